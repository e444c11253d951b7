// A portal on a free port for the length of a test file.
import { afterAll, beforeAll } from 'vitest';
import type { Portal, PortalOptions } from '../src/index.ts';
import { createPortal } from '../src/index.ts';

/** Starts before the tests, stops after them; `port()` is known once they run. */
export function running(options: Partial<PortalOptions> = {}): { readonly port: () => number } {
  let portal: Portal | undefined;
  let port = 0;
  beforeAll(async () => {
    portal = createPortal({ embedOrigin: 'http://embed.localhost:1', ...options });
    ({ port } = await portal.listen({ host: '127.0.0.1', port: 0 }));
  });
  afterAll(() => portal?.close());
  return { port: () => port };
}
