// What the guard answers itself: the client's scripts, the notice's styles and words, and reports of browsers.
import type { ConsentState } from '@candor/core';
import { decodeUtf8 } from '@candor/core';
import type { Answer } from '../answers.ts';
import { plainAnswer } from '../answers.ts';
import type { FilterOptions } from '../contract.ts';
import type { HeaderList } from '../header-list.ts';
import type { Judge } from '../judge.ts';
import type { PageParts } from '../page/page-parts.ts';
import type { ServedFile } from '../page/served-files.ts';
import type { ReadBody } from '../request/body.ts';
import { adoptionHeaders } from '../request/switching.ts';
import type { Visit } from '../request/visit.ts';
import type { BrowserReports } from '../watch/browser-reports.ts';
import type { FaultLog } from '../watch/fault-log.ts';
import { withFallback } from '../watch/fault-log.ts';
import { REPORT_LIMIT, readCspReports } from './csp-reports.ts';

/** Answers a path of the guard's own, or null when it is none. */
export type OwnPaths = (read: ReadBody, visit: Visit) => Promise<Answer> | null;

function assetAnswer({ type, body }: ServedFile): Answer {
  const headers: HeaderList = [
    ['Content-Type', `${type}; charset=utf-8`],
    ['Cache-Control', 'public, max-age=31536000, immutable'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
  ];
  return { status: 200, headers, body };
}

/** For one visitor at this moment. */
function jsonAnswer(body: string, more: HeaderList = []): Answer {
  const headers: HeaderList = [
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Cache-Control', 'private, no-store'],
    ['X-Content-Type-Options', 'nosniff'],
    ...more,
  ];
  return { status: 200, headers, body };
}

/** A browser may carry the signal to scripts alone; then the script says so. It can only be added: a header is not taken back. */
function withSignal(visit: Visit): Visit {
  const [, query = ''] = visit.target.forwarded.split('?');
  return new URLSearchParams(query).get('gpc') === '1' ? { ...visit, gpc: true } : visit;
}

/** What the guard's own answers are made of. */
export type OwnParts = {
  readonly judge: Judge;
  readonly pageParts: PageParts;
  readonly faults: FaultLog;
  readonly reports: BrowserReports;
};

/** Collects what is served under the prefix by the guard alone. */
export function createOwnPaths(options: FilterOptions, { judge, pageParts, faults, reports }: OwnParts): OwnPaths {
  const { prefix } = judge;
  const takeReport = async (read: ReadBody, visit: Visit): Promise<Answer> => {
    const body = await read(REPORT_LIMIT);
    if (body === null) return plainAnswer(413, 'The report is too large');
    const text = decodeUtf8(body);
    for (const told of text.ok && reports.mayTake() ? readCspReports(text.value) : []) {
      reports.observe(visit, told);
      withFallback(
        faults,
        'REPORT_FAILED',
        () => options.onReport?.(told.report),
        () => undefined,
      );
    }
    return { status: 204, headers: [], body: '' };
  };
  // What another tool kept and a script has just found is kept as a choice here: no page may be asked for before it matters.
  const stateAnswer = (visit: Visit, state: (visit: Visit, consent: ConsentState) => string): Answer => {
    const { foreign, profile } = visit;
    const { declaration } = judge;
    const keeps = foreign !== null && declaration !== null && judge.modes['set-cookie'] === 'enforce';
    const adopted = !keeps ? [] : adoptionHeaders(foreign, { declaration, profile, now: options.now() });
    const signalled = withSignal(visit);
    return jsonAnswer(state(signalled, judge.consentOf(signalled)), adopted);
  };
  return (read, visit) => {
    const { path, method } = visit.facts;
    const reads = method === 'GET' || method === 'HEAD';
    const file = reads ? pageParts.file(path) : null;
    if (file !== null) return Promise.resolve(assetAnswer(file));
    if (reads && path === `${prefix}/api/state`) return Promise.resolve(stateAnswer(visit, (_visit, consent) => pageParts.state(consent)));
    if (reads && path === `${prefix}/api/state/shared`) return Promise.resolve(stateAnswer(visit, pageParts.sharedState));
    if (path !== `${prefix}/api/report`) return null;
    return method === 'POST' ? takeReport(read, visit) : Promise.resolve(plainAnswer(405, 'Only POST', [['Allow', 'POST']]));
  };
}
