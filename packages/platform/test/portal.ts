// A whole platform over a temporary folder with the real ledger, and a small browser that keeps cookies the way browsers do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditProgress, AuditReport } from '@candor/audit';
import type { Choice, Declaration } from '@candor/core';
import { identifyDeclaration, readChoices, resolveConsent } from '@candor/core';
import type { GuardContext } from '@candor/guard';
import type { Ledger } from '@candor/ledger';
import { createSigner, openLedger } from '@candor/ledger';
import { createMeasure, openCountStore } from '@candor/measure';
import type { Clock } from '@candor/testkit';
import { createClock, createSeededBytes, createTemporaryFolder } from '@candor/testkit';
import type { Platform, PlatformOptions } from '../src/index.ts';
import { createPlatform } from '../src/index.ts';

export const origin = 'http://portal.localhost:8080';
export const prefix = '/cookies';
const fixture = new URL('../../core/test/fixtures/portal.declaration.json', import.meta.url);
const signer = createSigner({ origin: 'portal.localhost/cookies/log', seed: new Uint8Array(32).fill(7) });

/** The shared declaration, pinned to the test's own ledger key. */
export function portalDeclaration(change: (declaration: Declaration) => Declaration = (same) => same): Declaration {
  const { measurement, ...declaration } = JSON.parse(readFileSync(fixture, 'utf8')) as Declaration;
  if (measurement === undefined) throw new Error('The shared declaration measures');
  const counted = { ...measurement, dimensions: ['path', 'referrer', 'language', 'device', 'browser'] };
  return change({ ...declaration, measurement: counted, log: { origin: signer.origin, keys: [signer.verifierKey] } });
}

export type Portal = {
  readonly platform: Platform;
  readonly options: PlatformOptions;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly failures: unknown[];
  browser(settings?: BrowserSettings): Browser;
  /** Stops the platform and starts it again on the same folder. */
  restart(change?: Partial<PlatformOptions>): Promise<Portal>;
  close(): Promise<void>;
};

export async function openPortal(
  change: Partial<PlatformOptions> & { readonly declare?: (declaration: Declaration) => Declaration } = {},
): Promise<Portal> {
  const folder = await createTemporaryFolder();
  const clock = createClock(1_790_000_000);
  const random = createSeededBytes(42);
  const declaration = portalDeclaration(change.declare);
  const identified = { declaration, id: identifyDeclaration(declaration) };
  const ledger = await openLedger({ file: join(folder.path, 'ledger.sqlite'), origin: signer.origin, signer, now: clock.now, random });
  const store = await openCountStore({ file: join(folder.path, 'counts.sqlite') });
  const measure = createMeasure({ declaration: identified, store, now: clock.now, random });
  const failures: unknown[] = [];
  const options: PlatformOptions = {
    declaration: identified,
    dataDirectory: join(folder.path, 'platform'),
    ledger,
    measure,
    runAudit: async () => cleanReport(identified.id),
    now: clock.now,
    random,
    secureCookies: false,
    publicOrigin: origin,
    onFailure: (failure) => failures.push(failure),
    ...withoutDeclare(change),
  };
  const closeAll = async () => {
    await measure.close();
    await ledger.close();
    await folder.remove();
  };
  return start({ options, ledger, clock, failures, closeAll });
}

type Parts = { options: PlatformOptions; ledger: Ledger; clock: Clock; failures: unknown[]; closeAll: () => Promise<void> };

async function start(parts: Parts): Promise<Portal> {
  const { options, ledger, clock, failures, closeAll } = parts;
  const platform = await createPlatform(options);
  return {
    platform,
    options,
    ledger,
    clock,
    failures,
    browser: (settings) => createBrowser({ platform, options, now: clock.now }, settings),
    async restart(change = {}) {
      await platform.close();
      return start({ ...parts, options: { ...options, ...change } });
    },
    async close() {
      await platform.close();
      await closeAll();
    },
  };
}

function withoutDeclare({ declare: _, ...rest }: Partial<PlatformOptions> & { declare?: unknown }): Partial<PlatformOptions> {
  return rest;
}

export type BrowserSettings = {
  readonly gpc?: boolean;
  readonly language?: string;
  readonly remoteAddress?: string;
  readonly profile?: GuardContext['profile'];
};
export type Sending = {
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
};
export type Browser = {
  get(path: string, sending?: Sending): Promise<Response>;
  /** Posts from a page of the site, as a browser would: with Origin and Sec-Fetch-Site. */
  post(path: string, sending?: Sending): Promise<Response>;
  /** Sends exactly these headers, and the cookies. */
  raw(path: string, sending: Sending): Promise<Response>;
  cookie(name: string): string | undefined;
  setCookie(name: string, value: string, path?: string): void;
  cookieHeader(path: string): string;
};

type Kept = { readonly name: string; readonly value: string; readonly path: string };

function createBrowser(
  { platform, options, now }: { platform: Platform; options: PlatformOptions; now: () => number },
  settings: BrowserSettings = {},
): Browser {
  const jar = new Map<string, Kept>();
  const { declaration } = options.declaration;
  const cookieHeader = (path: string) =>
    [...jar.values()]
      .filter((cookie) => path === cookie.path || path.startsWith(cookie.path.endsWith('/') ? cookie.path : `${cookie.path}/`))
      .sort((first, second) => second.path.length - first.path.length)
      .map((cookie) => `${cookie.name}=${cookie.value}`)
      .join('; ');
  const context = (header: string): GuardContext => {
    const profile = settings.profile ?? declaration.profiles.default;
    const values = header
      .split('; ')
      .flatMap((pair) => (pair.startsWith('cookies_preferences=') ? [pair.slice('cookies_preferences='.length)] : []));
    const choice: Choice | null = readChoices(values);
    const gpc = settings.gpc ?? false;
    const consent = resolveConsent(declaration, { profile, choice, gpc, now: now() });
    return { profile, consent, choice, gpc, remoteAddress: settings.remoteAddress ?? '192.0.2.1' };
  };
  const store = (line: string, requestPath: string) => {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    const read = (key: string) => attributes.find((one) => one.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
    const path = read('path') ?? requestPath.slice(0, Math.max(1, requestPath.lastIndexOf('/')));
    const expired = read('max-age') === '0' || (read('expires') ?? '').includes('1970');
    if (expired) jar.delete(`${name} ${path}`);
    else jar.set(`${name} ${path}`, { name, value: pair.slice(name.length + 1), path });
  };
  const raw = async (path: string, sending: Sending): Promise<Response> => {
    const { form, json, headers = {}, method = form === undefined && json === undefined ? 'GET' : 'POST' } = sending;
    const url = new URL(path, origin);
    const cookies = cookieHeader(url.pathname);
    const body =
      json === undefined ? (form === undefined ? null : encodeForm(form)) : typeof json === 'string' ? json : JSON.stringify(json);
    const type = json === undefined ? 'application/x-www-form-urlencoded' : 'application/json';
    const request = new Request(url, {
      method,
      headers: { ...(body === null ? {} : { 'content-type': type }), ...(cookies === '' ? {} : { cookie: cookies }), ...headers },
      body,
      redirect: 'manual',
    });
    const response = await platform.frontOffice(request, context(cookies));
    for (const line of response.headers.getSetCookie()) store(line, url.pathname);
    return response;
  };
  const page = { accept: 'text/html', 'accept-language': settings.language ?? 'en' };
  return {
    get: (path, sending = {}) => raw(path, { ...sending, headers: { ...page, ...sending.headers } }),
    post: (path, sending = {}) =>
      raw(path, { method: 'POST', ...sending, headers: { ...page, origin, 'sec-fetch-site': 'same-origin', ...sending.headers } }),
    raw,
    cookie: (name) => [...jar.values()].find((cookie) => cookie.name === name)?.value,
    setCookie: (name, value, path = '/') => void jar.set(`${name} ${path}`, { name, value, path }),
    cookieHeader,
  };
}

function encodeForm(form: NonNullable<Sending['form']>): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of typeof value === 'string' ? [value] : value) fields.append(name, one);
  return fields.toString();
}

/** The masked token in a page's form. */
export function tokenIn(text: string): string {
  return /name="csrfmiddlewaretoken" value="([a-zA-Z0-9]{64})"/.exec(text)?.[1] ?? '';
}

export const password = 'four unrelated quiet words';

/** Makes the first owner in a browser, which is logged in afterwards. */
export async function becomeOwner(portal: Portal, browser: Browser, name: string = 'ada'): Promise<Response> {
  const link = (await portal.platform.firstOwnerLink()) ?? '';
  const path = link.slice(origin.length);
  const page = await (await browser.get(path)).text();
  const token = new URL(link).searchParams.get('token') ?? '';
  return browser.post(`${prefix}/admin/first-owner`, {
    form: { csrfmiddlewaretoken: tokenIn(page), token, name, password, again: password },
  });
}

/** Logs in with a fresh form. */
export async function logIn(browser: Browser, name: string = 'ada', given: string = password): Promise<Response> {
  const page = await (await browser.get(`${prefix}/admin/log-in`)).text();
  return browser.post(`${prefix}/admin/log-in`, { form: { csrfmiddlewaretoken: tokenIn(page), name, password: given } });
}

/** A form of the back office, sent with the token of the page it is on. */
export async function submit(browser: Browser, page: string, action: string, form: Record<string, string> = {}): Promise<Response> {
  const text = await (await browser.get(page)).text();
  return browser.post(action, { form: { csrfmiddlewaretoken: tokenIn(text), ...form } });
}

/** A report of an audit that saw nothing wrong. */
export function cleanReport(declaration: string): AuditReport {
  return {
    v: 1,
    url: `${origin}/`,
    declaration,
    startedAt: '2026-09-21T14:13:20.000Z',
    durationMs: 21_000,
    profile: 'eu-base',
    browser: { version: 'Chromium 147', source: 'bundled', sandbox: false, canary: true },
    states: [],
    findings: [],
    gap: { declaredNotObserved: [], notExercised: ['map-frame'], observedNotDeclared: [] },
    conclusion: 'clean',
    reasons: [],
  };
}

/** A report with one finding whose texts are hostile. */
export function hostileReport(declaration: string): AuditReport {
  const evil = '<script>alert(1)</script>"\'';
  return {
    ...cleanReport(declaration),
    conclusion: 'findings',
    states: [
      {
        state: 'S0',
        status: 'exercised',
        note: evil,
        pages: [],
        requests: 3,
        otherHosts: [],
        cookies: [],
        storage: [],
        refused: [],
        outOfReach: [],
        durationMs: 10,
      },
    ],
    findings: [
      {
        rule: 'R-UNDECL',
        severity: 'high',
        state: 'S0',
        states: ['S0'],
        item: { kind: 'cookie', name: evil, host: evil },
        tracker: null,
        message: evil,
        evidence: {
          at: '2026-09-21T14:13:21.000Z',
          page: `${origin}/?q=${evil}`,
          phase: 'unasked',
          setter: { kind: 'script', url: evil, line: 3, column: 9, stack: [evil] },
          sightings: 1,
        },
        fingerprint: 'abc',
        hint: evil,
        snippet: evil,
      },
    ],
    gap: { declaredNotObserved: [evil], notExercised: [], observedNotDeclared: [evil] },
    reasons: [evil],
  };
}

/** An audit that ends when the test says so. */
export function heldAudit(): {
  run: (onProgress: (event: AuditProgress) => void) => Promise<AuditReport>;
  finish: (report: AuditReport) => void;
  fail: (failure: Error) => void;
} {
  const ends: { resolve: (report: AuditReport) => void; reject: (failure: Error) => void }[] = [];
  return {
    run: (onProgress) => {
      onProgress({ kind: 'browser', version: '147', source: '<b>bundled</b>' });
      return new Promise((resolve, reject) => ends.push({ resolve, reject }));
    },
    finish: (report) => ends.shift()?.resolve(report),
    fail: (failure) => ends.shift()?.reject(failure),
  };
}
