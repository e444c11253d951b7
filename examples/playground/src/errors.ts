// What the playground says when it cannot go on.

/** Codes of the playground. */
export type PlaygroundCode = 'PLAYGROUND_DECLARATION' | 'PLAYGROUND_PORT_BUSY';

/** An expected end, by its code. */
export class PlaygroundError extends Error {
  readonly code: PlaygroundCode;

  constructor(code: PlaygroundCode, message: string) {
    super(message);
    this.name = 'PlaygroundError';
    this.code = code;
  }
}
