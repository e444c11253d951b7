// Where the command writes, and how: plain in a pipe, coloured and with progress on a terminal.

/** What a verb may write to. `progress` prints a line only where a person is watching. */
export type Terminal = {
  readonly color: boolean;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly progress: (text: string) => void;
};

/** The terminal of this process; honours NO_COLOR (no-color.org) and the absence of a terminal. */
export function createTerminal(): Terminal {
  const watched = process.stderr.isTTY === true;
  const color = process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '';
  return {
    color,
    out: (text) => void process.stdout.write(`${text}\n`),
    error: (text) => void process.stderr.write(`${text}\n`),
    progress: (text) => {
      if (watched) process.stderr.write(`${text}\n`);
    },
  };
}
