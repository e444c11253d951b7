// What each mount cannot hold, by the clauses of its contract. Told when a mount is made, and tested against the contract's results.

/** Where a guard may stand. */
export type MountName = 'proxy' | 'node' | 'listener' | 'express' | 'fastify' | 'hono' | 'web';

/** One clause that does not hold, and what to do about it. */
export type Limit = { readonly clause: string; readonly text: string };

/** What is told when a mount is made. */
export type Ready = { readonly mount: MountName; readonly limits: readonly Limit[] };

const RAW: Limit = {
  clause: 'M33',
  text: 'What the application writes to the socket itself goes out unseen; write responses with the response object',
};
const SWITCH: Limit = { clause: 'M11', text: 'A WebSocket is switched outside of it; guard the server, or put the reverse proxy in front' };
const HINTS: Limit = { clause: 'M10', text: 'Early hints that the runtime sends by itself go out unseen; on Node guard the server' };
const THROWN: Limit = {
  clause: 'M18',
  text: 'An error that the handler throws is answered by the runtime; catch it and return a response',
};

const LIMITS: { readonly [M in MountName]: readonly Limit[] } = {
  proxy: [],
  node: [RAW],
  listener: [SWITCH, RAW],
  express: [SWITCH, RAW],
  fastify: [RAW],
  hono: [HINTS, SWITCH, RAW],
  web: [HINTS, SWITCH, THROWN, RAW],
};

/** The clauses that a mount cannot hold. */
export function limitsOf(mount: MountName): readonly Limit[] {
  return LIMITS[mount];
}

/** How a mount says so unless it is told otherwise. */
export function printReady({ mount, limits }: Ready): void {
  const told = limits.map(({ clause, text }) => `  ${clause} ${text}`);
  console.info([`Candor: mount "${mount}"${told.length === 0 ? ', every clause holds' : ' cannot hold'}`, ...told].join('\n'));
}
