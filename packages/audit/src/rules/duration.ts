// Lengths of time in words, for messages.

const units: readonly (readonly [name: string, seconds: number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** `364 days`, `2 hours`, `45 seconds`; null is a session. */
export function renderSeconds(seconds: number | null): string {
  if (seconds === null) return 'until the browser closes';
  for (const [name, size] of units) {
    const count = Math.round(seconds / size);
    if (seconds >= size) return `${count} ${name}${count === 1 ? '' : 's'}`;
  }
  return `${Math.round(seconds)} seconds`;
}
