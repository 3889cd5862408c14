/** One text or, of what may be longer than a text can be, one after another. */
export type Long = string | Pieces

/** Texts of which each is made when it is asked for, so that not all of them are there at once. */
export class Pieces {
  readonly pieces: () => Iterable<string>

  constructor(pieces: () => Iterable<string>) {
    this.pieces = pieces
  }

  toString(): string {
    return [...this.pieces()].join('')
  }
}
