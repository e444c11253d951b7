// What was opened, to be closed in the opposite order, once, whatever fails.

/** A stack of things to close. */
export type Closers = { readonly add: (close: () => Promise<void>) => void; readonly close: () => Promise<void> };

/** An empty stack; `close` closes all, newest first, and throws the first failure afterwards. */
export function createClosers(): Closers {
  const open: (() => Promise<void>)[] = [];
  return {
    add: (close) => void open.push(close),
    close: async () => {
      const failures: unknown[] = [];
      for (let close = open.pop(); close !== undefined; close = open.pop()) {
        await close().catch((failure: unknown) => failures.push(failure));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
