// Waits for Ctrl-C or a polite kill.

// npm passes on the Ctrl-C that the terminal has sent to every process already: two that come together are one.
const sameKeystrokeMs = 1000;

/** Resolves at the first SIGINT or SIGTERM; a second SIGINT, a second or more later, ends the process at once. */
export async function untilStopped(): Promise<void> {
  await new Promise<void>((resolve) => {
    const first = { at: 0 };
    const interrupt = (): void => {
      if (first.at === 0) first.at = performance.now();
      else if (performance.now() - first.at > sameKeystrokeMs) process.exit(130);
      resolve();
    };
    process.on('SIGINT', interrupt);
    process.on('SIGTERM', resolve);
  });
}
