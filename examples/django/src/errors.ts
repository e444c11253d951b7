// What the example says when it cannot go on.

/** Codes of the example. */
export type LibraryCode = 'LIBRARY_NO_DJANGO' | 'LIBRARY_DJANGO_FAILED';

/** An expected end, by its code. */
export class LibraryError extends Error {
  readonly code: LibraryCode;

  constructor(code: LibraryCode, message: string) {
    super(message);
    this.name = 'LibraryError';
    this.code = code;
  }
}
