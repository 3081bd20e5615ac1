/** Whether a character is in a range as style sheets write it: `U+0000-00FF,U+0131`. */
export function within(range: string): (character: string) => boolean {
  const spans = range.split(",").map((part) => {
    const [from = "", to = from] = part.replace("U+", "").split("-");
    return { from: parseInt(from, 16), to: parseInt(to, 16) };
  });
  return (character) => {
    const point = character.codePointAt(0) ?? 0;
    return spans.some(({ from, to }) => point >= from && point <= to);
  };
}
