// Evidence written by hand, for rules that need no browser.

import type { Identified } from '@candor/core';
import type { CookieWrite, Evidence, HeldCookie, HeldName, Moment, Phase, SentRequest, StorageWrite } from '../src/collect/observation.ts';
import { requestFacts } from '../src/collect/request-facts.ts';
import type { Judge } from '../src/rules/judge.ts';
import { createJudge } from '../src/rules/judge.ts';
import type { StateRun } from '../src/states/plan.ts';

export const home = 'http://shop.localhost:8000/';
export const start = Date.parse('2026-11-23T12:00:00Z');

let tick = 0;

/** A moment in a state; each is a second after the one before. */
export function moment(state: Moment['state'], phase: Phase, page: string = home): Moment {
  tick += 1;
  return { state, phase, page, at: start + tick * 1000 };
}

/** A cookie as the declared shop cookies are stored. */
export function held(name: string, changes: Partial<HeldCookie> = {}): HeldCookie {
  const base = {
    domain: 'shop.localhost',
    path: '/',
    partition: null,
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    expires: null,
  } as const;
  return { name, ...base, ...changes };
}

/** A Set-Cookie of a response. */
export function responseWrite(
  at: Moment,
  line: string,
  options: { url?: string; method?: string; held?: boolean; status?: number } = {},
): CookieWrite {
  const { url = home, method = 'GET', status = 200 } = options;
  const setter = { kind: 'http-response', url, method, status, redirectTo: null, initiator: null } as const;
  return { moment: at, api: 'set-cookie', line, setter, request: requestFacts(url, method), held: options.held === true };
}

/** A write of a script. */
export function scriptWrite(at: Moment, line: string): CookieWrite {
  const setter = { kind: 'script', url: `${home}a.js`, line: 3, column: 5, stack: [] } as const;
  return { moment: at, api: 'document.cookie', line, setter, request: requestFacts(home, 'GET'), held: false };
}

/** A request. */
export function request(at: Moment, url: string, changes: Partial<SentRequest> = {}): SentRequest {
  return {
    moment: at,
    url,
    method: 'GET',
    as: 'image',
    redirectedFrom: null,
    initiator: null,
    cookies: [],
    status: 200,
    blocked: false,
    ...changes,
  };
}

/** Evidence of one state. */
export function run(parts: {
  state?: StateRun['state'];
  status?: StateRun['status'];
  writes?: readonly CookieWrite[];
  storage?: readonly StorageWrite[];
  held?: readonly (readonly [Moment, readonly HeldCookie[], (readonly HeldName[])?])[];
  requests?: readonly SentRequest[];
  visits?: StateRun['visits'];
}): StateRun {
  const evidence: Evidence = {
    cookieWrites: parts.writes ?? [],
    storageWrites: parts.storage ?? [],
    snapshots: (parts.held ?? []).map(([at, cookies, names]) => ({ moment: at, cookies, names: names ?? [] })),
    requests: parts.requests ?? [],
    refused: [],
  };
  const state = parts.state ?? parts.held?.[0]?.[0].state ?? parts.requests?.[0]?.moment.state ?? 'S0';
  return { state, status: parts.status ?? 'exercised', note: null, problems: [], visits: parts.visits ?? [], evidence, durationMs: 0 };
}

/** A judge for the shop. */
export function judgeFor(identified: Identified | null): Judge {
  const isOwnHost = (host: string): boolean => host === 'shop.localhost';
  return createJudge({ identified, home: new URL(home), profile: 'eu-base', isOwnHost, now: start / 1000 });
}
