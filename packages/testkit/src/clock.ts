// Time and chance under a test's control.

/** A clock that stands until it is moved. Unix seconds. */
export type Clock = { readonly now: () => number; readonly advance: (seconds: number) => void; readonly set: (seconds: number) => void };

/** A clock that starts at `start` Unix seconds. */
export function createClock(start: number): Clock {
  const state = { at: start };
  return {
    now: () => state.at,
    advance: (seconds) => {
      state.at += seconds;
    },
    set: (seconds) => {
      state.at = seconds;
    },
  };
}

/** Bytes that look random and are the same for the same seed: a 32-bit xorshift. For tests only. */
export function createSeededBytes(seed: number): (bytes: number) => Uint8Array {
  const state = { x: seed >>> 0 || 1 };
  const next = (): number => {
    let x = state.x;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    state.x = x >>> 0;
    return state.x & 0xff;
  };
  return (bytes) => Uint8Array.from({ length: bytes }, next);
}
