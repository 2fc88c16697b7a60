/**
 * A stretch of the URL as typed, in UTF-16 units, and the number of the mistake that it shows, from 1.
 * One of no characters is a place where something was signed that is not there.
 */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly mistake: number;
}
