// Waits for Ctrl-C or a polite kill.

/** What is listened to, and the clock (milliseconds) by which two signals are one. */
export type SignalHost = {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  exit(code: number): void;
  now(): number;
};

const thisProcess: SignalHost = {
  on: (signal, listener) => process.on(signal, listener),
  exit: (code) => process.exit(code),
  now: () => performance.now(),
};

// npm passes on the Ctrl-C that the terminal has sent to every process already: two that come together are one.
const sameKeystrokeMs = 1000;

/** Resolves at the first SIGINT or SIGTERM; one that comes later than a second after ends the process at once. */
export async function untilStopped(host: SignalHost = thisProcess): Promise<void> {
  await new Promise<void>((resolve) => {
    const first: { at?: number } = {};
    const stop = (code: number): void => {
      if (first.at !== undefined && host.now() - first.at > sameKeystrokeMs) host.exit(code);
      first.at ??= host.now();
      resolve();
    };
    // What a shell says of a process that such a signal ended.
    host.on('SIGTERM', () => stop(143));
    host.on('SIGINT', () => stop(130));
  });
}
