// How the guard is, for whoever runs it: `healthz` for everybody, `metrics` for those who may read numbers.
import { encodeBase64, matchHost, sha256 } from '@candor/core';
import type { Answer } from '../answers.ts';
import { plainAnswer } from '../answers.ts';
import type { FilterOptions, GuardContext } from '../contract.ts';
import type { HeaderList } from '../header-list.ts';
import { firstOf, has } from '../header-list.ts';
import type { Judge } from '../judge.ts';
import { modesOf, shortMode } from '../modes.ts';
import type { Visit } from '../request/visit.ts';
import type { Kept } from '../watch/kept.ts';
import type { Family } from '../watch/metrics-text.ts';
import { renderMetrics } from '../watch/metrics-text.ts';

/** Answers `healthz` and `metrics`, or null for every other path. */
export type HealthPaths = (visit: Visit) => Promise<Answer> | null;

/** What is told. */
type Told = { readonly options: FilterOptions; readonly judge: Judge; readonly kept: Kept };

const PATIENCE = 2000;
const UNSTORED: HeaderList = [
  ['Cache-Control', 'no-store'],
  ['X-Content-Type-Options', 'nosniff'],
];

/** Answered with 200 also when degraded: the site is served, and a balancer must not take it away. */
function healthAnswer({ options, kept }: Told): Answer {
  const faults = kept.faults.list();
  const health = {
    status: faults.length === 0 ? 'ok' : 'degraded',
    since: kept.startedAt,
    mode: shortMode(modesOf(options.mode)),
    declaration: options.declaration?.id ?? null,
    site: kept.site.read(),
    faults,
  };
  return { status: 200, headers: [['Content-Type', 'application/json; charset=utf-8'], ...UNSTORED], body: JSON.stringify(health) };
}

const LOCAL = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2[0-9]|3[01])\.|::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i;
const FORWARDING = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'] as const;

/**
 * Numbers are for whoever shows the token; without one for this machine and its network, asked for by an address that is none of the
 * site's: behind a proxy every visitor comes from such an address, but under the site's name or with a word of the proxy.
 */
function mayRead({ options, judge }: Told, { headers, remoteAddress, facts }: Visit): boolean {
  const { metricsToken } = options;
  if (metricsToken !== undefined) return metricsToken !== '' && isSame(firstOf(headers, 'authorization') ?? '', `Bearer ${metricsToken}`);
  if (judge.declaration === null || !LOCAL.test(remoteAddress)) return false;
  const isTheSite = judge.declaration.site.hosts.some((host) => matchHost(host, facts.host));
  return !isTheSite && !FORWARDING.some((name) => has(headers, name));
}

/** Compared by hash, so that the time it takes says nothing of the token. */
function isSame(given: string, wanted: string): boolean {
  return encodeBase64(sha256(given)) === encodeBase64(sha256(wanted));
}

function familiesOf({ options, kept }: Told): readonly Family[] {
  const mode = JSON.stringify(shortMode(modesOf(options.mode))).replaceAll('"', '');
  const gauge = (name: string, help: string, value: number): Family => ({ name, help, type: 'gauge', samples: [{ value }] });
  const faults = kept.faults.list().map(({ code, count }) => ({ labels: { code }, value: count }));
  return [
    {
      name: 'candor_guard_info',
      help: 'The declaration that holds, and the mode',
      type: 'gauge',
      samples: [{ labels: { declaration: options.declaration?.id ?? '', mode }, value: 1 }],
    },
    gauge('candor_guard_start_time_seconds', 'When the guard started, in Unix seconds', kept.startedAt),
    gauge('candor_guard_site_answers', 'Whether the site answered when it was last asked', kept.site.read().state === 'fails' ? 0 : 1),
    { name: 'candor_guard_faults_total', help: 'Faults that the guard works around', type: 'counter', samples: faults },
    ...kept.traffic.families(),
    ...kept.gauges.map(({ name, help, read }) => gauge(name, help, read())),
  ];
}

/** The front office's own numbers, or nothing: it must not take the guard's away. */
async function officeNumbers({ options, judge, kept }: Told, visit: Visit): Promise<string> {
  const { frontOffice } = options;
  if (frontOffice === undefined) return '';
  const { profile, choice, gpc, remoteAddress } = visit;
  const context: GuardContext = { profile, choice, gpc, remoteAddress, consent: judge.consentOf(visit) };
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const late = new Promise<string>((resolve) => abort.signal.addEventListener('abort', () => resolve('')));
    const asked = frontOffice(new Request(`http://${visit.target.authority || 'localhost'}${visit.facts.path}`), context);
    const read = asked.then((response) => (isText(response) ? response.text() : ''));
    return await Promise.race([read, late]);
  } catch {
    kept.faults.record('FRONT_OFFICE_FAILED');
    return '';
  } finally {
    clearTimeout(timer);
  }
}

function isText({ status, headers }: Response): boolean {
  return status === 200 && headers.get('content-type')?.startsWith('text/plain') === true;
}

async function metricsAnswer(told: Told, visit: Visit): Promise<Answer> {
  const body = renderMetrics(familiesOf(told)) + (await officeNumbers(told, visit));
  return { status: 200, headers: [['Content-Type', 'text/plain; version=0.0.4; charset=utf-8'], ...UNSTORED], body };
}

/** What is served of this kind under the prefix. */
export function createHealthPaths(told: Told): HealthPaths {
  const { prefix } = told.judge;
  return (visit) => {
    const { path, method } = visit.facts;
    if (method !== 'GET' && method !== 'HEAD') return null;
    if (path === `${prefix}/healthz`) return Promise.resolve(healthAnswer(told));
    if (path !== `${prefix}/metrics`) return null;
    return mayRead(told, visit) ? metricsAnswer(told, visit) : Promise.resolve(plainAnswer(404, 'There is nothing here'));
  };
}
