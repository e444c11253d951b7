// The ledger as static files, for monitors that trust nobody.
import { PlatformError } from '../errors.ts';
import { respond } from '../http/respond.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';

/** `log/checkpoint` and `log/tile/…` in the layout of C2SP tlog-tiles. */
export function createLogRoutes(site: Site): readonly Route[] {
  const get = (path: string, answer: Route['answer']): Route => ({ method: 'GET', path, personal: false, answer });
  return [get('log/checkpoint', () => showCheckpoint(site)), get('log/tile/*', (visit) => showTile(site, visit))];
}

async function showCheckpoint(site: Site): Promise<Response> {
  const text = await askLedger(site.ledger.checkpoint());
  return respond(text, 'text/plain; charset=utf-8', { headers: { 'Cache-Control': 'no-cache' } });
}

async function showTile(site: Site, visit: Visit): Promise<Response> {
  const bytes = await askLedger(site.ledger.tile(visit.path.slice('log/'.length)));
  if (bytes === null) throw new PlatformError('PLATFORM_NOT_FOUND');
  // A tile never changes once it can be read, partial ones included.
  return respond(bytes, 'application/octet-stream', { headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } });
}

async function askLedger<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new PlatformError('PLATFORM_LEDGER', { cause });
  }
}
