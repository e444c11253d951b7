// The same site three times: as it is, with the guard's insertions and nothing else of the guard, and behind the guard.
import { readFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { clientAssets } from '@candor/client';
import type { Declaration, Tracker } from '@candor/core';
import { identifyDeclaration } from '@candor/core';
import { createGuard } from '@candor/guard';
import { startOrigin } from '@candor/testkit';
import { freePort } from '../stand.ts';
import { allProbes } from './all.ts';
import { trustedPolicy } from './probe.ts';
import type { Site } from './site.ts';
import { startSite } from './site.ts';
import type { Hits, Tracker as TrackerServer } from './tracker.ts';
import { createHits, startTracker } from './tracker.ts';

/** How a page of the site is served: bare, with the page's script alone, or behind the guard. */
export type Setting = 'bare' | 'alone' | 'guarded';

/** Everything that probes need. */
export type ProbeStand = {
  readonly origins: { readonly [S in Setting]: string };
  readonly site: Site;
  readonly tracker: TrackerServer;
  readonly hits: Hits;
  close(): Promise<void>;
};

const at = (port: number): string => `http://portal.localhost:${port}`;

/** Things of the site's own, allowed to everybody, for what has to work as ever. */
function declareOwn(origins: readonly [string, ...string[]], like: Tracker): { readonly [id: string]: Tracker } {
  const { provider, locations, recipients, data } = like;
  const words = { function: like.function, explanation: like.explanation };
  const shared = { provider, locations, recipients, data, ...words, purposes: ['authentication'], setWhen: { on: 'always' } } as const;
  const life = { kind: 'seconds', max: 3600, extended: false } as const;
  const scopes = [{ host: 'portal.localhost', path: '/', partitioned: false }] as const;
  return {
    own_cookie: { kind: 'cookie', names: [{ exact: 'own' }], scopes, secure: false, httpOnly: false, sameSite: 'lax', life, ...shared },
    own_local: { kind: 'local', names: [{ exact: 'own' }], origins, life, ...shared },
    own_session: { kind: 'session', names: [{ exact: 'own' }], origins, life, ...shared },
    own_database: { kind: 'indexed-db', names: [{ exact: 'own' }], origins, life, ...shared },
    own_cache: { kind: 'cache', names: [{ exact: 'own' }], origins, life, ...shared },
  };
}

/** Nothing of the tracker is in it. Inline scripts run by the site's own nonce: the widest of the strict ways. */
function declare(origins: readonly [string, ...string[]]): Declaration {
  const text = readFileSync(new URL('../../packages/core/test/fixtures/portal.declaration.json', import.meta.url), 'utf8');
  const portal = JSON.parse(text) as Declaration;
  const { sessionid } = portal.trackers;
  if (sessionid === undefined) throw new Error('The declaration has no tracker "sessionid"');
  const trackers = { ...portal.trackers, ...declareOwn(origins, sessionid) };
  return { ...portal, trackers, scripts: { inline: 'origin-nonce', hashes: [] } };
}

/** Which policy the site itself sends with a page of its own. */
function policyOf(path: string): string | undefined {
  const [, first, id] = path.split(/[/?]/);
  return first === 'trusted' ? trustedPolicy : allProbes.find((probe) => first === 'probe' && probe.id === id)?.policy;
}

/** Pages and what belongs to the script come from the guard, without its headers; everything else from the site itself. */
function passFromGuard(port: number, site: Site): Site['answer'] {
  return (request, response) => {
    const { method, url: path = '/' } = request;
    if (!/^\/(?:probe|next|trusted|deep|cookies)\b/.test(path)) return site.answer(request, response);
    const headers = { ...request.headers, host: `portal.localhost:${port}` };
    const onward = ask({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      const policy = policyOf(path);
      const type = answer.headers['content-type'] ?? 'text/plain';
      response.writeHead(answer.statusCode ?? 502, { 'content-type': type, ...(policy && { 'content-security-policy': policy }) });
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  };
}

/** Starts it. */
export async function startProbeStand(): Promise<ProbeStand> {
  const hits = createHits();
  const tracker = await startTracker(hits);
  const site = await startSite(hits, tracker);
  // The port is part of a storage item's origin, so that it is known before the declaration is.
  const port = await freePort();
  const alone = await startOrigin(passFromGuard(port, site));
  const origins = { bare: at(Number(new URL(site.url).port)), alone: at(alone.port), guarded: at(port) };
  const declaration = declare([origins.bare, origins.alone, origins.guarded]);
  const guard = createGuard({
    declaration: { declaration, id: identifyDeclaration(declaration) },
    upstream: site.url,
    mode: 'enforce',
    client: clientAssets,
    random: (bytes) => new Uint8Array(bytes),
    now: () => Math.floor(Date.now() / 1000),
  });
  await guard.listen({ host: '127.0.0.1', port });
  return {
    ...{ origins, site, tracker, hits },
    close: async () => {
      await alone.close();
      await guard.close();
      await site.close();
      await tracker.close();
    },
  };
}
