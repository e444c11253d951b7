// One request to one site of the corpus: from its host and path to an answer in bytes, with a line in the log for what is sent.
import type { Declaration } from '@candor/core';
import { renderDocument, renderPolicy, renderPreferences } from './frame.ts';
import { invent } from './fresh.ts';
import type { Answer, Cookie, Handler, SiteParts, Stored, Visit } from './site.ts';
import { attributesOf, cookieLine } from './things.ts';
import type { CorpusEntry, CorpusPhase } from './truth.ts';
import type { Variation } from './variation.ts';

/** A request, read whole. */
export type SiteRequest = {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly header: (name: string) => string;
};

/** An answer in bytes. */
export type SiteResponse = {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | Uint8Array;
  readonly after: number;
  /** Called when it leaves: only then did the site do what it says. */
  readonly send: () => void;
};

const phases: readonly CorpusPhase[] = ['unasked', 'accepted', 'rejected', 'withdrawn', 'closed'];
const choices: { readonly [choice: string]: CorpusPhase } = { yes: 'accepted', no: 'rejected', back: 'withdrawn', closed: 'closed' };

const cookiesIn = (header: string): ReadonlyMap<string, string> =>
  new Map(
    header.split('; ').flatMap((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [] : [[pair.slice(0, at), pair.slice(at + 1)] as const];
    }),
  );

/** The role and the path of a route's key. */
export function splitRoute(key: string): readonly [role: string, path: string] {
  const at = key.indexOf(':');
  return at < 0 ? ['', key] : [key.slice(0, at), key.slice(at + 1)];
}

/** Whether a role's host belongs to the site itself. */
export function isOwn(role: string): boolean {
  return role === '' || role.startsWith('.');
}

/** A site from within. `roles` is by host. */
export type Inside = {
  readonly variation: Variation;
  readonly parts: SiteParts;
  readonly roles: ReadonlyMap<string, string>;
  readonly port: number;
  readonly declaration: Declaration | null;
  readonly choice: Cookie;
  readonly add: (phase: CorpusPhase, gpc: boolean, deed: CorpusEntry['deed']) => void;
};

function findHandler(parts: SiteParts, role: string, path: string): Handler | null {
  const prefix = role === '' ? '' : `${role}:`;
  const exact = parts.routes[`${prefix}${path}`];
  if (exact !== undefined) return exact;
  const key = Object.keys(parts.routes).find(
    (route) => route.startsWith(prefix) && route.endsWith('*') && `${prefix}${path}`.startsWith(route.slice(0, -1)),
  );
  return key === undefined ? null : (parts.routes[key] ?? null);
}

// Other sites see no answer of the visitor: the first segment of their paths says in which phase the address was written.
function splitEdge(path: string): readonly [phase: CorpusPhase | null, rest: string] {
  const edge = /^\/e([0-4])(?=\/)/.exec(path);
  return edge === null ? [null, path] : [phases[Number(edge[1])] ?? null, path.slice(3)];
}

function visitOf(inside: Inside, request: SiteRequest, phase: CorpusPhase): Visit {
  const gpc = request.header('sec-gpc') === '1';
  const { variation, port, add } = inside;
  return {
    phase,
    gpc,
    method: request.method,
    path: request.path,
    query: request.query,
    cookies: cookiesIn(request.header('cookie')),
    header: request.header,
    body: request.body,
    url: (role, path, at = phase) => `http://${variation.host(role)}:${port}${role === '' ? '' : `/e${phases.indexOf(at)}`}${path}`,
    fresh: invent,
    tell: (deed) => add(phase, gpc, deed),
  };
}

type Lines = { readonly lines: readonly string[]; readonly deeds: readonly CorpusEntry['deed'][] };

function writeCookies(inside: Inside, visit: Visit, [role, answer]: readonly [string, Answer]): Lines {
  const host = inside.variation.host(role);
  const removed = (one: Cookie): CorpusEntry['deed'] => ({
    kind: 'removed',
    store: 'cookie',
    name: one.name,
    host,
    cookie: attributesOf(one),
  });
  const deedOf = (one: Cookie): CorpusEntry['deed'] => {
    if (one.refusedBy !== undefined) return { kind: 'refused', name: one.name, host };
    if (one.seconds === 0) return removed(one);
    return { kind: 'stored', store: 'cookie', name: one.name, host, by: answer.by ?? 'http', cookie: attributesOf(one) };
  };
  const [set, expired] = [answer.cookies ?? [], answer.expires ?? []];
  return {
    lines: [...set.map((one) => cookieLine(one, one.value ?? visit.fresh())), ...expired.map((one) => cookieLine(one, '', 0))],
    deeds: [...set.map(deedOf), ...expired.map(removed)],
  };
}

function render(inside: Inside, visit: Visit, role: string, answer: Answer): SiteResponse {
  const { variation, parts } = inside;
  const framing = { variation, parts, title: variation.id, declaration: inside.declaration };
  const page =
    answer.page === undefined ? null : renderDocument(framing, visit, isOwn(role) ? answer.page : { ...answer.page, bare: true });
  const origin = visit.header('origin');
  const shared =
    origin === '' ? [] : [['access-control-allow-origin', origin] as const, ['access-control-allow-credentials', 'true'] as const];
  const headers = {
    'cache-control': 'no-store',
    'content-type': page === null ? (answer.type ?? 'text/plain') : 'text/html; charset=utf-8',
    ...answer.headers,
  };
  const { lines, deeds } = writeCookies(inside, visit, [role, answer]);
  return {
    status: answer.status ?? 200,
    headers: [...Object.entries(headers), ...shared, ...lines.map((line) => ['set-cookie', line] as const)],
    body: page ?? answer.body ?? '',
    after: answer.after ?? 0,
    send: () => {
      for (const deed of deeds) inside.add(answer.arrivesIn ?? visit.phase, visit.gpc, deed);
    },
  };
}

const isCookie = (item: Cookie | Stored): item is Cookie => !('store' in item);

function answerChoice(inside: Inside, request: SiteRequest): SiteResponse {
  const isForm = request.body.startsWith('choice=');
  const said = isForm ? request.body.slice(7) : request.body;
  const value = choices[said] === undefined ? 'closed' : said;
  const phase = choices[value] ?? 'closed';
  const takesBack = phase === 'rejected' || phase === 'withdrawn';
  const visit = visitOf(inside, request, phase);
  return render(inside, visit, '', {
    ...(isForm ? { status: 303, headers: { location: '/' } } : { status: 204 }),
    cookies: [{ ...inside.choice, value }],
    expires: takesBack ? (inside.parts.sweeps ?? []).filter(isCookie) : [],
  });
}

/** Answers a request, whichever of the site's hosts it is for. */
export function answerRequest(inside: Inside, request: SiteRequest): SiteResponse {
  const role = inside.roles.get(request.host) ?? '';
  const [edge, path] = splitEdge(request.path);
  const known = cookiesIn(request.header('cookie')).get(inside.choice.name);
  const visit = visitOf(inside, { ...request, path }, edge ?? choices[known ?? ''] ?? 'unasked');
  if (!isOwn(role) && request.method !== 'OPTIONS')
    visit.tell({ kind: 'requested', host: request.host, path: request.path, method: request.method });
  const handler = findHandler(inside.parts, role, path);
  if (handler !== null) return render(inside, visit, role, handler(visit));
  if (role === '' && path === '/cookies/choice' && request.method === 'POST') return answerChoice(inside, request);
  const framing = {
    variation: inside.variation,
    parts: inside.parts,
    title: inside.variation.id,
    declaration: inside.declaration,
  };
  const html = {
    status: 200,
    headers: [
      ['content-type', 'text/html; charset=utf-8'],
      ['cache-control', 'no-store'],
    ] as const,
    after: 0,
    send: () => undefined,
  };
  if (role === '' && path === '/cookies/policy') return { ...html, body: renderPolicy(framing, visit) };
  if (role === '' && path === '/cookies/preferences' && inside.parts.notice) return { ...html, body: renderPreferences(framing, visit) };
  return render(inside, visit, role, { status: 404, page: { main: '<h1>Not found</h1>' } });
}
