/** A number with its noun, in English. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The same in French, where zero is singular too. */
export function pluriel(count: number, un: string, plusieurs = `${un}s`): string {
  return `${count} ${count < 2 ? un : plusieurs}`;
}
