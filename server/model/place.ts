/** Where a cursor stands: a file, and an offset in its text in UTF-16 units. */
export interface Place {
  readonly path: string;
  readonly offset: number;
}
