/** How many of the first and of the last items two lists have in common; none of them counts twice. */
export function common<Item>(
  before: readonly Item[],
  now: readonly Item[],
  isSame: (before: Item, now: Item) => boolean = Object.is,
): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, now.length);
  const isSameAt = (index: number): boolean => {
    const [was, is] = [before.at(index), now.at(index)];
    return was !== undefined && is !== undefined && isSame(was, is);
  };
  let head = 0;
  while (head < most && isSameAt(head)) head++;
  let tail = 0;
  while (tail < most - head && isSameAt(-1 - tail)) tail++;
  return { head, tail };
}
