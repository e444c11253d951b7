// Where the command writes, and how: plain in a pipe, coloured and with progress on a terminal.

/** What a verb may write to. `progress` prints a line only where a person is watching. */
export type Terminal = {
  readonly color: boolean;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly progress: (text: string) => void;
};

/** A stream as a terminal needs it. */
export type Stream = {
  readonly isTTY?: boolean;
  write(text: string): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
};

/** The streams and the environment of a process. */
export type Surroundings = {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: { readonly [name: string]: string | undefined };
};

/** The terminal of this process; honours NO_COLOR (no-color.org) and the absence of a terminal. */
export function createTerminal(surroundings: Surroundings = process): Terminal {
  const { stdout, stderr, env } = surroundings;
  // Whoever reads may stop early, as `head` does: the exit code still tells how it went.
  for (const stream of [stdout, stderr]) stream.on('error', () => {});
  const print = (stream: Stream, text: string): void => void stream.write(`${text}\n`);
  return {
    color: stdout.isTTY === true && (env['NO_COLOR'] ?? '') === '',
    out: (text) => print(stdout, text),
    error: (text) => print(stderr, text),
    progress: (text) => {
      if (stderr.isTTY === true) print(stderr, text);
    },
  };
}
