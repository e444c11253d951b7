// The bytes of a stream of which the first are sent already: what comes is put behind what is left, and copied as rarely as can be.

/** What is not sent yet, in one piece. */
export type HeldBytes = {
  /** What is left with the next chunk behind it. */
  take(chunk: Uint8Array): Uint8Array;
  /** What of the piece given last stays for the next. */
  keep(rest: Uint8Array): void;
};

const NOTHING = new Uint8Array(0);

/** Starts with nothing. */
export function createHeldBytes(): HeldBytes {
  let rest: Uint8Array = NOTHING;
  // Of our own; what was given out lies in front of the rest, so that the room behind it is free.
  let room: Uint8Array = NOTHING;
  return {
    take: (chunk) => {
      const { length } = rest;
      if (length === 0) {
        room = NOTHING;
        return chunk;
      }
      let from = rest.byteOffset - room.byteOffset;
      if (rest.buffer !== room.buffer || from + length + chunk.length > room.length) {
        room = new Uint8Array(Math.max(2 * length, length + chunk.length));
        room.set(rest, 0);
        from = 0;
      }
      room.set(chunk, from + length);
      return room.subarray(from, from + length + chunk.length);
    },
    keep: (left) => {
      rest = left;
    },
  };
}
