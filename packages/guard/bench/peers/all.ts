// The other proxies, in the order in which they are printed.

/** One of them. `program` is a file beside this one; `packages` are installed by these names, the first gives the version. */
export type Peer = {
  readonly name: string;
  readonly program: string;
  readonly packages: readonly string[];
};

export const peers: readonly Peer[] = [
  { name: 'node:http', program: 'node-http', packages: [] },
  { name: 'undici dispatch', program: 'undici', packages: ['undici@7'] },
  { name: 'http-proxy', program: 'http-proxy', packages: ['http-proxy@1.18'] },
  { name: 'http-proxy-3', program: 'http-proxy-3', packages: ['http-proxy-3@1'] },
  { name: 'httpxy', program: 'httpxy', packages: ['httpxy'] },
  { name: '@fastify/http-proxy', program: 'fastify-http-proxy', packages: ['@fastify/http-proxy', 'fastify'] },
  { name: 'hono/proxy', program: 'hono-proxy', packages: ['hono', '@hono/node-server'] },
];

/** Parsers of cookies that core's is held against. */
export const parserPackages: readonly string[] = ['cookie', 'tough-cookie', 'set-cookie-parser', 'cookie-es', '@edge-runtime/cookies'];

/** A package's name without the version that was asked for. */
export function bareName(specifier: string): string {
  const at = specifier.indexOf('@', 1);
  return at < 0 ? specifier : specifier.slice(0, at);
}
