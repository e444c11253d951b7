import type { Choice, ConsentState } from '@candor/core';
import { expect, test } from 'vitest';
import type { GuardOptions } from '../src/index.ts';
import { choiceFor, page, stateOf, withGuard } from './site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText, statusOf } from './wire.ts';

const HTML = '<html><head></head><body>x</body></html>';
const LIFE = 'Path=/; Secure; SameSite=Lax; Max-Age=15552000';
const ending = 'cookies_preferences=; Path=/; Max-Age=0; Secure';

type Port = NonNullable<GuardOptions['frontOffice']>;

function spoken(status: number, cookies: readonly string[] = [], body: BodyInit = ''): Port {
  return async () => {
    const response = new Response(status === 204 ? null : body, { status, headers: { 'content-type': 'text/html' } });
    for (const line of cookies) response.headers.append('set-cookie', line);
    return response;
  };
}

const grantAll = `cookies_preferences=${choiceFor('granted')}; ${LIFE}`;
const refuseAll = `cookies_preferences=${choiceFor('denied')}; ${LIFE}`;
const never: Port = () => new Promise<Response>(() => undefined);
const breaksOff: Port = async () =>
  new Response(
    new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('half'));
        controller.error(new Error('gone'));
      },
    }),
    { status: 500 },
  );

const failures: readonly (readonly [name: string, port: Port, status: number])[] = [
  ['says 403', spoken(403), 403],
  ['says 403 and grants everything', spoken(403, [grantAll]), 403],
  ['says 500', spoken(500), 500],
  ['says 500 and grants or refuses everything', spoken(500, [grantAll, refuseAll]), 500],
  ['says 500 and deletes the choice', spoken(500, [ending]), 500],
  ['says 500 and clears the device', async () => new Response('', { status: 500, headers: { 'clear-site-data': '"cookies", "*"' } }), 500],
  ['never answers', never, 504],
  ['closes the connection', () => Promise.reject(new Error('ECONNRESET')), 503],
  [
    'fails before it begins',
    () => {
      throw new Error('broken');
    },
    503,
  ],
  ['breaks off', breaksOff, 500],
  ['answers with nothing', (async () => undefined) as unknown as Port, 503],
  ['answers with what is no response', (async () => ({ status: '200', headers: 3 })) as unknown as Port, 503],
  ['answers with an error response', async () => Response.error(), 503],
  [
    'talks garbage',
    spoken(200, ['cookies_preferences=1.zzz.garbage; Path=/; Secure; Max-Age=99', 'cookies_preferences; Path=/', '=;=;'], '\x00\xff{'),
    200,
  ],
  ['stores an empty choice', spoken(303, ['cookies_preferences=; Path=/; Secure; Max-Age=999']), 303],
];

for (const [name, port, status] of failures) {
  for (const answer of ['granted', 'denied'] as const) {
    test(`G78 a front office that ${name} leaves what was ${answer} as it is`, async () => {
      const cookie = `Cookie: cookies_preferences=${choiceFor(answer)}`;
      await withGuard(
        () => page(HTML),
        async ({ port: door, guard }) => {
          const stateNow = async (): Promise<unknown> =>
            JSON.parse(bodyOf(await exchangeBytes(door, requestText('GET /cookies/api/state', [cookie]))));
          const before = await stateNow();
          const reply = await exchangeBytes(door, requestText('POST /cookies/preferences', ['Content-Length: 0', cookie]));
          expect(statusOf(reply)).toBe(status);
          const ours = headerValues(reply, 'set-cookie').filter((line) => line.startsWith('cookies_preferences'));
          expect(ours).toEqual([]);
          expect(headerValues(reply, 'clear-site-data').join()).not.toMatch(/cookies|\*/);
          expect(await stateNow()).toEqual(before);
          const after = stateOf(bodyOf(await exchangeBytes(door, requestText('GET /', [cookie]))));
          expect(after['consent']).toMatchObject({ ask: false, purposes: { map: { state: answer, allowed: answer === 'granted' } } });
          expect(guard.report().faults.map(({ code }) => code)).toEqual(status === 503 || status === 504 ? ['FRONT_OFFICE_FAILED'] : []);
        },
        { frontOffice: port, frontOfficeLimit: 20 },
      );
    });
  }
}

test('G78 the front office is told to stop when it is late, and a late answer changes nothing', async () => {
  let answerLate: (response: Response) => void = () => undefined;
  let stopped = false;
  const frontOffice: Port = (request) => {
    request.signal.addEventListener('abort', () => {
      stopped = true;
    });
    return new Promise((resolve) => {
      answerLate = resolve;
    });
  };
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      const cookie = `Cookie: cookies_preferences=${choiceFor('denied')}`;
      const post = (accept: string): Promise<string> =>
        exchangeBytes(port, requestText('POST /cookies/preferences', ['Content-Length: 0', `Accept: ${accept}`, cookie]));
      const program = await post('application/json');
      expect(statusOf(program)).toBe(504);
      expect(headerValues(program, 'content-type')).toEqual(['application/problem+json']);
      expect(JSON.parse(bodyOf(program))).toMatchObject({ status: 504, code: 'FRONT_OFFICE_LATE' });
      expect(stopped).toBe(true);
      answerLate(await spoken(303, [grantAll])(new Request('http://x/'), {} as never));
      const person = await post('text/html,application/xhtml+xml,*/*;q=0.8');
      expect(headerValues(person, 'content-type')).toEqual(['text/plain; charset=utf-8']);
      expect(bodyOf(person)).toContain('Your stored choice holds');
      const state = JSON.parse(bodyOf(await exchangeBytes(port, requestText('GET /cookies/api/state', [cookie])))) as {
        consent: ConsentState;
      };
      expect(state.consent.purposes['map']?.allowed).toBe(false);
    },
    { frontOffice, frontOfficeLimit: 20 },
  );
});

test('G78 a site that fails keeps nobody from their choice either', async () => {
  for (const status of ['403 Forbidden', '500 Oops']) {
    await withGuard(
      () => page(HTML, [`Set-Cookie: ${ending}`, `Set-Cookie: ${grantAll}`]).replace('200 OK', status),
      async ({ port }) => {
        const cookie = `Cookie: cookies_preferences=${choiceFor('denied')}`;
        for (const line of ['GET /', 'POST /cookies/preferences']) {
          const reply = await exchangeBytes(port, requestText(line, ['Content-Length: 0', cookie]));
          expect(headerValues(reply, 'set-cookie').filter((one) => one.startsWith('cookies_preferences'))).toEqual([]);
        }
      },
    );
  }
});

test('G78 what is dropped of a failing server is told', async () => {
  const seen = await withGuard(
    () => page(HTML),
    async ({ port, guard }) => {
      await exchangeBytes(port, requestText('POST /cookies/preferences', ['Content-Length: 0']));
      return guard.report().observations;
    },
    { frontOffice: spoken(500, [grantAll]) },
  );
  expect(seen).toMatchObject([{ kind: 'set-cookie', name: 'cookies_preferences', code: 'DROP_MOMENT', page: '/cookies/preferences' }]);
});

test('G78 a whole answer still stores, replaces and ends a choice', async () => {
  let next: readonly string[] = [];
  const contexts: (Choice | null)[] = [];
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      for (const line of [grantAll, refuseAll, ending]) {
        next = [line];
        const reply = await exchangeBytes(port, requestText('POST /cookies/preferences', ['Content-Length: 0']));
        expect(headerValues(reply, 'set-cookie')).toContain(line);
      }
    },
    {
      frontOffice: (request, context) => {
        contexts.push(context.choice);
        return spoken(303, next)(request, context);
      },
    },
  );
  expect(contexts).toEqual([null, null, null]);
});
