// The guard as a command would start it, without a front office: everything is filtered, pages get their notice.
import { randomBytes } from 'node:crypto';
import { clientAssets } from '@candor/client';
import { createGuard } from '@candor/guard';
import { declareSite } from './declaration.ts';
import type { Started, Upstream } from './entry.ts';

/** Starts it before the site. */
export async function start({ host, port }: Upstream): Promise<Started> {
  const guard = createGuard({
    declaration: declareSite(),
    upstream: `http://${host}:${port}`,
    mode: 'enforce',
    client: clientAssets,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    now: () => Math.floor(Date.now() / 1000),
  });
  return guard.listen({ host: '127.0.0.1', port: 0 });
}
