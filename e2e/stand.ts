// A small site in front of which a real guard stands, with the smallest front office that keeps a choice: what a test changes of it is
// its declaration, its pages, its visitors' profile, its clock, and how its front office fails.
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { openBrowser } from '@candor/audit';
import { clientAssets } from '@candor/client';
import type { ConsentAction, Declaration, ProfileId, Scope, Tracker } from '@candor/core';
import {
  applyAction,
  choiceCookie,
  compileNotice,
  html,
  identifyDeclaration,
  renderHtml,
  renderPreferences,
  resolveConsent,
} from '@candor/core';
import type { Guard, GuardContext, Region } from '@candor/guard';
import { createGuard } from '@candor/guard';
import type { Browser, Page } from 'playwright-core';

/** One page of the site or of the host that is embedded. EMBED in it becomes that host's port. */
export type SitePage = {
  readonly body: string;
  readonly type?: string;
  readonly headers?: { readonly [name: string]: string | readonly string[] };
};

/** What a stand is made with; `change` gets the declaration last. */
export type StandOptions = {
  readonly change?: (declaration: Declaration, port: number) => Declaration;
  readonly pages?: { readonly [path: string]: string | SitePage };
  readonly profile?: ProfileId;
  /** Where a header tells the profile; then `profile` is not used. */
  readonly region?: Region;
};

/** A running stand. What can be assigned may be changed while it runs. */
export type Stand = {
  readonly url: string;
  readonly posts: URLSearchParams[];
  /** Answers in the front office's place; null lets it answer itself. */
  failing: ((request: Request) => Response | Promise<Response> | null) | null;
  profile: ProfileId;
  /** Seconds that guard and front office are ahead of this machine. */
  ahead: number;
  /** Requests that reached the embedded host. */
  embedded: number;
  /** Paths that the site itself was asked for. */
  readonly asked: string[];
  /** Puts another declaration into the same place. */
  revise(change: (declaration: Declaration) => Declaration): Promise<void>;
  close(): Promise<void>;
};

const portal = JSON.parse(
  readFileSync(new URL('../packages/core/test/fixtures/portal.declaration.json', import.meta.url), 'utf8'),
) as Declaration;
const words = { function: { en: 'x', fr: 'x' }, explanation: { en: 'x', fr: 'x' }, recipients: [], data: { categories: ['x'] } };

/** What every tracker of the map has in common. */
export const mapTracker = { provider: 'maps', purposes: ['map'], locations: ['front'], setWhen: { on: 'consent' }, ...words } as const;
const life = { kind: 'seconds', max: 3600, extended: false } as const;
const host = 'portal.localhost';

/** A cookie of the map. */
export function mapCookie(name: string, options: { readonly scope?: Scope; readonly httpOnly?: boolean } = {}): Tracker {
  return {
    kind: 'cookie',
    names: [{ exact: name }],
    scopes: [options.scope ?? { host, path: '/', partitioned: false }],
    secure: false,
    httpOnly: options.httpOnly ?? false,
    sameSite: 'lax',
    life,
    ...mapTracker,
  };
}

/** The declaration of every stand. The port is part of a storage item’s origin, so that it is known before the declaration is. */
export function portalFor(port: number): Declaration {
  const origins = [`http://${host}:${port}`] as const;
  const visits: Tracker = { ...mapCookie(''), names: [{ prefix: '_vis' }] } as Tracker;
  const view: Tracker = { kind: 'local', names: [{ exact: 'map-view' }], origins, life, ...mapTracker };
  const tiles: Tracker = { kind: 'indexed-db', names: [{ exact: 'tiles' }], origins, life, ...mapTracker };
  return { ...portal, trackers: { ...portal.trackers, visits, view, tiles } };
}

const pages: { readonly [path: string]: string | SitePage } = {
  '/': `<!doctype html><html lang="en"><head><title>t</title></head><body><main><h1>Portal</h1>
<iframe id="map" title="Map of stations" data-src="http://embed.localhost:EMBED/map" data-candor-purpose="map"></iframe>
<script type="text/plain" data-src="/gated.js" data-candor-purpose="map"></script>
<input id="field"></main></body></html>`,
  '/plain': '<!doctype html><html><head></head><body><main>plain</main></body></html>',
  '/gated.js': 'window.gatedRan = (window.gatedRan || 0) + 1;',
};

const types: { readonly [ending: string]: string } = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };

function actionOf(form: URLSearchParams): ConsentAction {
  const deed = form.get('do');
  const purposes = form.getAll('purpose');
  if (deed === 'accept-all' || deed === 'reject-all' || deed === 'forget') return { do: deed };
  if (deed === 'grant') return { do: deed, purposes };
  if (deed === 'withdraw' || deed === 'object') return { do: deed, purposes: purposes.length > 0 ? purposes : 'all' };
  return { do: 'save', grants: form.getAll('grant') };
}

/** Listens on the loopback address and says where. */
export async function listen(server: Server, port = 0): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts site, embedded host, guard and front office. */
export async function startStand(options: StandOptions = {}): Promise<Stand> {
  const served = { ...pages, ...options.pages };
  let embedPort = 0;
  const serve = (seen: (path: string) => void): Server =>
    createServer((request, response) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/';
      seen(path);
      const found = served[path];
      const page: SitePage | undefined = typeof found === 'string' ? { body: found } : found;
      const type = page?.type ?? types[path.split('.')[1] ?? ''] ?? 'text/html; charset=utf-8';
      response.writeHead(page === undefined ? 404 : 200, { 'content-type': type, ...page?.headers });
      response.end(page?.body.replaceAll('EMBED', String(embedPort)) ?? 'no');
    });
  const site = serve((path) => state.asked.push(path));
  const embed = serve(() => {
    state.embedded += 1;
  });
  embedPort = await listen(embed);
  const upstreamPort = await listen(site);
  const port = await freePort();
  const change = options.change ?? ((declaration: Declaration): Declaration => declaration);
  let declaration = change(portalFor(port), port);
  const now = (): number => Math.floor(Date.now() / 1000) + state.ahead;
  const answerFrontOffice = async (request: Request, { profile, choice, gpc }: GuardContext): Promise<Response> => {
    const id = identifyDeclaration(declaration);
    if (request.method === 'GET') {
      const notice = compileNotice(declaration, { language: 'en', profile, declarationId: id });
      if (!notice.ok) return new Response('no', { status: 500 });
      const own = new URL(request.url).pathname;
      const consent = resolveConsent(declaration, { profile, choice, gpc, now: now() });
      const centre = renderPreferences(notice.value, { action: own, returnTo: own, state: consent });
      const page = html`<!doctype html><html lang="en"><head><title>Preferences</title></head><body><main>${centre}</main></body></html>`;
      return new Response(renderHtml(page), { headers: { 'content-type': 'text/html; charset=utf-8' } });
    }
    const form = new URLSearchParams(await request.text());
    state.posts.push(form);
    const after = applyAction(declaration, { declarationId: id, profile, choice, action: actionOf(form), now: now() });
    const cookie = choiceCookie(declaration, { profile, choice: after, now: now() });
    if (request.headers.get('accept') === 'application/json')
      return Response.json({ receipt: { v: 1 } }, { headers: { 'set-cookie': cookie } });
    return new Response(null, { status: 303, headers: { location: form.get('return') ?? '/', 'set-cookie': cookie } });
  };
  const startGuard = async (): Promise<Guard> => {
    const guard = createGuard({
      declaration: { declaration, id: identifyDeclaration(declaration) },
      upstream: `http://127.0.0.1:${upstreamPort}`,
      mode: 'enforce',
      client: clientAssets,
      random: (bytes) => new Uint8Array(bytes),
      now,
      ...(options.region === undefined ? { profileFor: () => state.profile } : { region: options.region }),
      frontOffice: async (request, context) => (await state.failing?.(request.clone())) ?? answerFrontOffice(request, context),
    });
    await guard.listen({ host: '127.0.0.1', port });
    return guard;
  };
  const state: Stand = {
    url: `http://${host}:${port}`,
    posts: [],
    failing: null,
    profile: options.profile ?? declaration.profiles.default,
    ahead: 0,
    embedded: 0,
    asked: [],
    revise: async (revision) => {
      await guard.close();
      declaration = revision(declaration);
      guard = await startGuard();
    },
    close: async () => {
      await guard.close();
      for (const server of [site, embed]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
  let guard = await startGuard();
  return state;
}

/** The browser that audits use, able to make visitors of any kind. */
export async function openTestBrowser(): Promise<{ readonly browser: Browser; close(): Promise<void> }> {
  const audit = await openBrowser();
  const context = await audit.newContext();
  const browser = context.browser();
  if (browser === null) throw new Error('The browser gave no connection');
  await context.close();
  return { browser, close: () => audit.close() };
}

/** What `window.candor` refused, as tests compare it. */
export type Refused = { readonly kind: string; readonly name: string; readonly code: string; readonly stack: string };

/** What was refused in a page. */
export function blockedIn(page: Page): Promise<readonly Refused[]> {
  return page.evaluate(() => (window as unknown as { candor: { blocked: readonly Refused[] } }).candor.blocked);
}

/** Names of the cookies that a visitor holds, sorted. */
export async function namesIn(page: Page): Promise<readonly string[]> {
  return (await page.context().cookies()).map(({ name }) => name).sort();
}

/** Whether trackers of a purpose may run in a page now. */
export function isGranted(page: Page, purpose: string): Promise<boolean> {
  return page.evaluate((id) => (window as unknown as { candor: { granted(id: string): boolean } }).candor.granted(id), purpose);
}

/** The choice cookie as it lies in the browser, or undefined. */
export async function choiceIn(page: Page): Promise<string | undefined> {
  return (await page.context().cookies()).find(({ name }) => name === 'cookies_preferences')?.value;
}
