// States that cannot be exercised, pages that hang, sites that are not there.
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditBrowser } from '../src/browser/open.ts';
import { openBrowser } from '../src/browser/open.ts';
import type { AuditState, Observation } from '../src/collect/observation.ts';
import { exitCodeFor } from '../src/report/exit-code.ts';
import { runAudit } from '../src/run-audit.ts';
import type { Plan, StateRun } from '../src/states/plan.ts';
import { runStates } from '../src/states/run-states.ts';
import { createVisitor } from '../src/states/visitor.ts';
import { openShop } from './sites/shop.ts';
import { shopDeclaration } from './sites/shop-declaration.ts';
import type { StatesSiteTrait } from './sites/states-site.ts';
import { answerAs } from './sites/states-site.ts';

const settling = { quiet: 60, least: 60, most: 1500 };
let browser: AuditBrowser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

async function withSite<T>(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  try {
    return await work(`http://site.localhost:${typeof address === 'object' && address !== null ? address.port : 0}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('A70 a site that is not there is inconclusive, never clean', async () => {
  const report = await runAudit({ url: 'http://shop.localhost:1/', declaration: shopDeclaration, browser, settling });
  expect(report).toMatchObject({ conclusion: 'inconclusive', findings: [] });
  expect(report.reasons.some((reason) => reason.startsWith('AUDIT_UNREACHABLE: '))).toBe(true);
  expect(exitCodeFor(report, 'info')).toBe(3);
});

test('A70 a site that speaks no TLS where it should is inconclusive', async () => {
  const report = await withSite(
    (_request, response) => response.end(),
    (url) => runAudit({ url: url.replace('http:', 'https:'), declaration: null, browser, settling }),
  );
  expect(report.reasons.some((reason) => reason.startsWith('AUDIT_TLS: '))).toBe(true);
  expect(exitCodeFor(report, 'info')).toBe(3);
});

test('A37 A70 a home page that answers with an error is inconclusive, and no other state is tried', async () => {
  const report = await withSite(
    (_request, response) => response.writeHead(503, { 'content-type': 'text/html' }).end('<p>Later'),
    (url) => runAudit({ url, declaration: null, browser, settling }),
  );
  expect(report.reasons).toEqual([expect.stringMatching(/^AUDIT_HTTP_STATUS: .*503/)]);
  expect(report.states.map(({ state, status }) => `${state} ${status}`)).toEqual(['S0 incomplete']);
});

test('A70 a declaration for another host is inconclusive before anything is opened', async () => {
  const report = await runAudit({ url: 'http://elsewhere.localhost:1/', declaration: shopDeclaration, browser, settling });
  expect(report).toMatchObject({
    conclusion: 'inconclusive',
    states: [],
    reasons: [expect.stringMatching(/^AUDIT_HOST_NOT_DECLARED: .*"elsewhere\.localhost"/)],
  });
});

test('A73 an address that is none is refused', async () => {
  await expect(runAudit({ url: 'ftp://example.org', declaration: null, browser })).rejects.toMatchObject({ code: 'AUDIT_BAD_URL' });
});

test('A32 a site without anything to ask and to store is clean without a question', async () => {
  const report = await withSite(
    (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><link rel="icon" href="data:,"><p>Plain'),
    (url) => runAudit({ url, declaration: null, browser, settling }),
  );
  expect(report).toMatchObject({ conclusion: 'clean', findings: [], reasons: [] });
  expect(report.states.map(({ state, status }) => `${state} ${status}`)).toContain('S1 not-exercised');
});

test('A20 a stream that never ends does not hold a page up beyond its ceiling', async () => {
  const page = '<!doctype html><link rel="icon" href="data:,"><script>new EventSource("/stream")</script>';
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.url === '/stream') response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
    else response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  };
  const report = await withSite(answer, (url) => runAudit({ url, declaration: null, states: ['S0'], browser, settling }));
  expect(report).toMatchObject({ conclusion: 'clean', reasons: [] });
});

test('A21 a page that hangs keeps its evidence and gives way to the next', async () => {
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': `${request.url === '/' ? 'busy' : 'next'}=1; Path=/` });
    response.end(request.url === '/' ? '<script>for (;;) {}</script>' : '<p>Next');
  };
  await withSite(answer, async (url) => {
    const visitor = await createVisitor({ browser, state: 'S0', locale: 'en', budget: 2500, settling });
    expect(await visitor.open(url)).toBe(false);
    expect(visitor.problems.map(({ code }) => code)).toEqual(['AUDIT_PAGE_TIMEOUT']);
    const evidence = await visitor.leave();
    expect(evidence.snapshots.at(-1)?.cookies.map(({ name }) => name)).toEqual(['busy']);
    expect(evidence.cookieWrites.map(({ line }) => line)).toEqual(['busy=; Path=/']);
    const other = await createVisitor({ browser, state: 'S0', locale: 'en', budget: 20_000, settling });
    expect(await other.open(`${url}next`)).toBe(true);
    await other.leave();
  });
});

test('A23 a jar that cannot be read is not an empty one', async () => {
  const deaf: AuditBrowser = {
    ...browser,
    newContext: async (options) => {
      const context = await browser.newContext(options);
      context.cookies = () => Promise.reject(new Error('No answer'));
      return context;
    },
  };
  const answer = (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Page');
  };
  await withSite(answer, async (url) => {
    const visitor = await createVisitor({ browser: deaf, state: 'S0', locale: 'en', budget: 20_000, settling });
    expect(await visitor.open(url)).toBe(true);
    expect(visitor.problems.map(({ code }) => code)).toEqual(['AUDIT_DEVICE_UNREAD']);
    expect((await visitor.leave()).snapshots).toEqual([]);
  });
});

test('A22 a state whose time is up opens no more pages and says so', async () => {
  await withSite(
    (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Page'),
    async (url) => {
      const visitor = await createVisitor({ browser, state: 'S0', locale: 'en', budget: 0, settling });
      expect(await visitor.open(url)).toBe(false);
      expect(visitor.problems.map(({ code }) => code)).toEqual(['AUDIT_BUDGET_SPENT']);
      await visitor.leave();
    },
  );
});

test('A35 a step that fails is named without its value, and a state without steps that was asked for is a reason', async () => {
  const shop = await openShop();
  try {
    const steps = { logIn: [{ go: '/login' }, { fill: '#absent', value: 'secret-value' }] };
    const report = await runAudit({
      url: shop.url,
      declaration: shopDeclaration,
      states: ['S9', 'action'],
      steps,
      pages: 0,
      browser,
      settling,
    });
    expect(report.reasons).toEqual([
      'AUDIT_STEP_FAILED: Step 2 of S9 failed: nothing to fill at "#absent"',
      expect.stringMatching(/^AUDIT_NO_STEPS: State action /),
    ]);
    expect(JSON.stringify(report)).not.toContain('secret-value');
  } finally {
    await shop.close();
  }
});

test('A34 off loopback no form is sent unless it is allowed', async () => {
  const posts: string[] = [];
  const page =
    '<p>Cookies?<form method="post" action="/answer"><button data-candor="accept">Accept</button><button data-candor="reject">Reject</button></form><form method="post" action="/language"><button name="language" value="fr">fr</button></form>';
  const distant: AuditBrowser = {
    ...browser,
    newContext: async (options) => {
      const context = await browser.newContext(options);
      await context.route('http://shop.example/**', async (route) => {
        if (route.request().method() !== 'GET') posts.push(new URL(route.request().url()).pathname);
        await route.fulfill({ contentType: 'text/html', body: page });
      });
      return context;
    },
  };
  const options = {
    url: 'http://shop.example/',
    declaration: null,
    states: ['S1', 'language'],
    pages: 0,
    browser: distant,
    settling,
  } as const;
  const careful = await runAudit(options);
  expect(posts).toEqual([]);
  expect(careful.reasons).toEqual([expect.stringMatching(/^AUDIT_NEEDS_INTERACT: /)]);
  await runAudit({ ...options, interact: true });
  expect(posts.toSorted()).toEqual(['/answer', '/language']);
});

test('A33 a question without a way to reject, and a grant without a way back, are reasons', async () => {
  const page = '<!doctype html><link rel="icon" href="data:,"><p>We use cookies <button data-candor="accept">OK</button>';
  const report = await withSite(
    (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page),
    (url) => runAudit({ url, declaration: null, states: ['S2', 'S3'], pages: 0, browser, settling }),
  );
  expect(report.reasons.map((reason) => reason.split(':')[0])).toEqual(['AUDIT_NO_REJECT', 'AUDIT_NO_WITHDRAWAL']);
});

test('A31 a button that accepts something else on a page that mentions cookies far away is not pressed', async () => {
  const page = `<!doctype html><link rel="icon" href="data:,"><div><button>Accept</button><p>${'Terms of sale. '.repeat(400)}</p><footer>Cookies</footer></div>`;
  const report = await withSite(
    (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page),
    (url) => runAudit({ url, declaration: null, states: ['S1'], pages: 0, browser, settling }),
  );
  expect(report.states.map(({ state, status }) => `${state} ${status}`)).toEqual(['S0 exercised', 'S1 not-exercised']);
});

async function visitStates(
  states: readonly AuditState[],
  traits: readonly StatesSiteTrait[],
  seen: string[] = [],
): Promise<readonly StateRun[]> {
  const run = async (url: string): Promise<readonly StateRun[]> => {
    const plan: Plan = {
      browser,
      home: new URL(url),
      declaration: null,
      asks: false,
      mayInteract: true,
      steps: {},
      pages: 1,
      settling,
      onPage: () => undefined,
    };
    return await runStates(plan, { asked: states, tell: () => undefined });
  };
  return await withSite(answerAs(traits, seen), run);
}

function told(runs: readonly StateRun[], state: AuditState): readonly Observation[] {
  return runs.find((one) => one.state === state)?.evidence.observations ?? [];
}

function reached(runs: readonly StateRun[], state: AuditState): readonly string[] {
  return told(runs, state).flatMap((one) => (one.kind === 'reach' ? [`${one.condition} ${one.way} ${one.found} ${one.usable}`] : []));
}

test('A168 the first visit ends on an error page', async () => {
  const [first] = await visitStates(['S0'], []);
  expect(first?.visits.map(({ url }) => new URL(url).pathname)).toEqual(['/', '/second', '/no-such-page-anywhere']);
});

test('A160 closing, scrolling and Escape are no answers: what is stored after them is stored unasked', async () => {
  const [first, unanswered] = await visitStates(['S4'], ['close-accepts']);
  expect(unanswered).toMatchObject({ state: 'S4', status: 'exercised', note: null, problems: [] });
  expect(first?.evidence.snapshots.at(-1)?.cookies.map(({ name }) => name)).toEqual(['kept']);
  const write = unanswered?.evidence.cookieWrites.find(({ line }) => line.startsWith('after_gesture='));
  expect(write?.moment.phase).toBe('unasked');
  const gestures = unanswered?.evidence.observations?.map((one) => (one.kind === 'gesture' ? `${one.gesture} ${one.done}` : ''));
  expect(gestures).toEqual(['scroll true', 'wait true', 'escape true', 'close true', 'go-on true']);
  const [, escaped] = await visitStates(['S4'], ['escape-accepts']);
  expect(escaped?.evidence.cookieWrites.map(({ line }) => line)).toContain('after_gesture=; path=/');
  expect(escaped?.note).toMatch(/^Nothing was found that closes/);
});

test('A161 the signal is in headers and in the property, in pages and, late, in workers', async () => {
  const seen: string[] = [];
  const runs = await visitStates(['S5'], [], seen);
  expect(runs.find(({ state }) => state === 'S5')).toMatchObject({ status: 'exercised', note: expect.stringContaining('shared workers') });
  expect(seen.some((line) => line.startsWith('GET /second gpc=1'))).toBe(true);
  expect(seen.some((line) => line.startsWith('GET /seen?page=true') && line.endsWith('gpc=1'))).toBe(true);
  expect(seen).toContain('GET /seen?worker=true gpc=1');
  // The first visit, which goes on beside it, sends no signal.
  expect(seen.some((line) => line.startsWith('GET /seen?page=undefined') && line.endsWith('gpc='))).toBe(true);
});

test('A162 without scripts nothing scripted runs, and ways to answer that need one are told', async () => {
  const seen: string[] = [];
  const runs = await visitStates(['S6'], ['script-only'], seen);
  const visit = runs.find(({ state }) => state === 'S6');
  expect(visit).toMatchObject({ status: 'exercised', problems: [] });
  expect(visit?.evidence.requests.some(({ url }) => url.includes('/seen'))).toBe(false);
  expect(visit?.evidence.snapshots.at(-1)?.cookies.map(({ name }) => name)).toEqual(['kept']);
  expect(reached(runs, 'S6')).toEqual(['no-script accept true false', 'no-script reject true false', 'no-script preferences false null']);
  const plain = await visitStates(['S6'], []);
  expect(reached(plain, 'S6').slice(0, 2)).toEqual(['no-script accept true true', 'no-script reject true true']);
});

test('A163 on return the clock is another, and what is asked again or given a longer life is told', async () => {
  const seen: string[] = [];
  const nagging = await visitStates(['S7'], ['nags', 'extends'], seen);
  expect(nagging.find(({ state }) => state === 'S7')).toMatchObject({ status: 'exercised', problems: [] });
  const observations = told(nagging, 'S7').map((one) =>
    one.kind === 'extended' ? `${one.name} ${Math.round(one.seconds / 86_400)}` : `${one.kind === 'asked-again' && one.asked}`,
  );
  expect(observations).toEqual(['true', 'kept 30']);
  const later = new Date(Date.now() + 30 * 86_400_000).getFullYear();
  expect(seen.some((line) => line.includes(`year=${later}&name=Datenow`))).toBe(true);
  const calm = await visitStates(['S7'], []);
  expect(told(calm, 'S7')).toMatchObject([{ kind: 'asked-again', asked: false, days: 30, answer: 'rejected' }]);
});

test('A164 what a keyboard does not reach and a small screen does is told', async () => {
  const runs = await visitStates(['S8'], ['mouse-only']);
  expect(runs.find(({ state }) => state === 'S8')).toMatchObject({ status: 'exercised', problems: [] });
  const facts = reached(runs, 'S8');
  expect(facts).toContain('keyboard accept true true');
  expect(facts).toContain('keyboard reject true false');
  expect(facts).toContain('narrow reject true true');
  expect(facts).toContain('zoomed reject true true');
  expect(reached(await visitStates(['S8'], []), 'S8')).toContain('keyboard reject true true');
});

test('A165 one purpose is one switch on and the others off; without switches the state is not exercised', async () => {
  const runs = await visitStates(['S10'], ['switches']);
  const visit = runs.find(({ state }) => state === 'S10');
  expect(visit).toMatchObject({ status: 'exercised', problems: [] });
  expect(told(runs, 'S10')).toMatchObject([{ kind: 'one-purpose', purpose: 'one', of: 2 }]);
  expect(visit?.evidence.requests.find(({ url }) => url.endsWith('/answer/some'))).toMatchObject({ method: 'POST', status: 303 });
  const none = (await visitStates(['S10'], [])).find(({ state }) => state === 'S10');
  expect(none).toMatchObject({ status: 'not-exercised', note: expect.stringMatching(/^No question with switches/) });
});
