import { decodeChoice } from '@candor/core';
import { expect, test } from 'vitest';
import type { GuardContext, GuardOptions } from '../src/index.ts';
import { choiceFor, declaration, page, site, stateOf, withGuard } from './site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText } from './wire.ts';

const HTML = '<html><head></head><body>x</body></html>';
const klaro = (answers: { readonly [id: string]: boolean }): string => `klaro=${encodeURIComponent(JSON.stringify(answers))}`;
const refused = klaro({ map: false, audience: false });
const granted = klaro({ map: true, audience: true });
const stored = (state: 'granted' | 'denied'): string =>
  `cookies_preferences=${choiceFor(state)}; Path=/; Secure; SameSite=Lax; Max-Age=15552000`;

async function get(cookie: string, headers: readonly string[] = [], overrides: Partial<GuardOptions> = {}, answer = page(HTML)) {
  return withGuard(
    () => answer,
    async ({ port, origin, guard }) => {
      const reply = await exchangeBytes(port, requestText('GET /', [`Cookie: ${cookie}`, ...headers]));
      const ours = headerValues(reply, 'set-cookie').filter((line) => line.startsWith('cookies_preferences='));
      return { reply, ours, lines: headerValues(reply, 'set-cookie'), head: origin.heads[0] ?? '', report: guard.report() };
    },
    overrides,
  );
}

test('G67 who refused under another tool is not asked: the refusal holds at once, is stored as ours, and the record is removed', async () => {
  const { reply, ours, lines, head } = await get(`a=1; ${refused}`);
  expect(bodyOf(reply)).not.toContain('id="candor-notice"');
  expect(stateOf(bodyOf(reply))).toMatchObject({
    consent: { ask: false, purposes: { map: { state: 'denied' }, audience: { state: 'objected' } } },
  });
  expect(ours).toHaveLength(1);
  expect(ours[0]).toMatch(/^cookies_preferences=[^;]+; Path=\/; Max-Age=\d+; Secure; SameSite=Lax$/);
  const choice = decodeChoice(/=([^;]*)/.exec(ours[0] ?? '')?.[1] ?? '');
  expect(choice.ok && choice.value.answers).toMatchObject({ 5: { state: 'objected' }, 6: { state: 'denied' } });
  expect(lines).toContain('klaro=; Path=/; Max-Age=0');
  expect(lines).toContain('klaro=; Path=/; Domain=portal.localhost; Max-Age=0');
  expect(new Set(lines).size).toBe(lines.length);
  expect(head).not.toContain('klaro');
  expect(headerValues(reply, 'cache-control')).toEqual(['private, no-cache']);
});

test('G67 a grant counts where the purpose is known, and nothing else is granted', async () => {
  const { reply } = await get(granted);
  expect(stateOf(bodyOf(reply))).toMatchObject({ consent: { ask: false, purposes: { map: { state: 'granted', allowed: true } } } });
  const other = await get(klaro({ something: true }));
  expect(stateOf(bodyOf(other.reply))).toMatchObject({ consent: { ask: true, purposes: { map: { allowed: false } } } });
  expect(other.ours).toEqual([]);
  expect(other.lines).toContain('klaro=; Path=/; Max-Age=0');
});

test('G67 with a choice of ours no record is read', async () => {
  const { reply, ours, lines } = await get(`${granted}; cookies_preferences=${choiceFor('denied')}`);
  expect(stateOf(bodyOf(reply))).toMatchObject({ consent: { purposes: { map: { state: 'denied' } } } });
  expect(ours).toEqual([]);
  expect(lines).toContain('klaro=; Path=/; Max-Age=0');
});

test('G67 the adopted choice is stored on pages only, and holds for what else is asked for meanwhile', async () => {
  const script = page('1').replace('text/html', 'text/javascript').replace('\r\n\r\n', '\r\nCache-Control: public, max-age=60\r\n\r\n');
  const shared = await get(refused, ['Sec-Fetch-Dest: script'], {}, script);
  expect(shared.lines).toEqual([]);
  expect(headerValues(shared.reply, 'cache-control')).toEqual(['public, max-age=60']);
  const worker = await get(refused, ['Sec-Fetch-Dest: worker'], {}, script);
  expect(worker.ours).toEqual([]);
  const tracking = page('1', ['Set-Cookie: _vis1=a; Path=/; Max-Age=60']).replace('text/html', 'image/gif');
  const kept = async (cookie: string): Promise<boolean> =>
    (await get(cookie, ['Sec-Fetch-Dest: image'], {}, tracking)).lines.some((line) => line.startsWith('_vis1=a'));
  expect([await kept(refused), await kept(granted), await kept('a=1')]).toEqual([false, true, false]);
});

test('G67 the front office knows the adopted choice', async () => {
  let seen: GuardContext | null = null;
  await withGuard(
    () => page(HTML),
    ({ port }) => exchangeBytes(port, requestText('GET /cookies/preferences', [`Cookie: ${refused}`])),
    {
      frontOffice: async (_request, context) => {
        seen = context;
        return new Response('ok');
      },
    },
  );
  expect(seen).toMatchObject({ choice: { answers: { 6: { state: 'denied' } } }, consent: { ask: false } });
});

test('G67 a page still under way does not undo what the visitor chooses meanwhile', async () => {
  let release: () => void = () => undefined;
  let arrived: () => void = () => undefined;
  const waits = (): Promise<void> =>
    new Promise((resolve) => {
      arrived = resolve;
    });
  const frontOffice = async (): Promise<Response> =>
    new Response(null, { status: 303, headers: { location: '/', 'set-cookie': stored('denied') } });
  await withGuard(
    (head, socket) => {
      if (!head.startsWith('GET /slow')) return page(HTML);
      release = () => void socket.end(page(HTML));
      arrived();
      return null;
    },
    async ({ port }) => {
      const waiting = waits();
      const slow = exchangeBytes(port, requestText('GET /slow', [`Cookie: ${granted}`]));
      await waiting;
      const first = await exchangeBytes(port, requestText('GET /', [`Cookie: ${granted}`]));
      const ours = headerValues(first, 'set-cookie').find((line) => line.startsWith('cookies_preferences=')) ?? '';
      expect(ours).not.toBe('');
      await exchangeBytes(port, requestText('POST /cookies/preferences', ['Content-Length: 0', `Cookie: ${ours.split(';')[0]}`]));
      release();
      const late = await slow;
      expect(headerValues(late, 'set-cookie').filter((line) => line.startsWith('cookies_preferences='))).toEqual([]);
      expect(stateOf(bodyOf(late))).toMatchObject({ consent: { purposes: { map: { allowed: false } } } });
    },
    { frontOffice },
  );
});

test('G67 a second page of the same visit stores the same choice again, in case the first did not arrive', async () => {
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      const stores = async (): Promise<readonly string[]> =>
        headerValues(await exchangeBytes(port, requestText('GET /', [`Cookie: ${refused}`])), 'set-cookie').filter((line) =>
          line.startsWith('cookies_preferences='),
        );
      expect(await stores()).toEqual(await stores());
      expect(await stores()).toHaveLength(1);
    },
  );
});

test('G67 a tool whose cookie is declared is in use: it is not read and not removed', async () => {
  const { visits, ...others } = declaration.trackers;
  if (visits?.kind !== 'cookie') throw new Error('The fixture lost its cookie');
  const inUse = { ...visits, names: [{ exact: 'klaro' }] as const, purposes: ['choices'] as const };
  const changed = { ...declaration, trackers: { ...others, klaro: inUse } };
  const { reply, lines, head } = await get(granted, [], { declaration: { id: site.id, declaration: changed } });
  expect(stateOf(bodyOf(reply))).toMatchObject({ consent: { ask: true } });
  expect(lines).toEqual([]);
  expect(head).toContain('klaro=');
});

test('G67 records that cannot be read say nothing, and break nothing', async () => {
  for (const record of [
    'klaro=%E0%A4%A',
    'klaro={',
    `klaro=${'a'.repeat(5000)}`,
    'klaro=',
    'OptanonConsent=&&&=',
    'tarteaucitron=!!!=',
    'CookieConsent={stamp:',
  ]) {
    const { reply, ours, report } = await get(record);
    expect(stateOf(bodyOf(reply))).toMatchObject({ consent: { ask: true, purposes: { map: { allowed: false } } } });
    expect(ours).toEqual([]);
    expect(report.faults).toEqual([]);
  }
});

test('G60 observing reads no record into anything', async () => {
  const { reply, lines, head } = await get(refused, [], { mode: 'observe' });
  expect(bodyOf(reply)).toBe(HTML);
  expect(lines).toEqual([]);
  expect(head).toContain('klaro=');
});

test('G72 without a declaration no record is adopted', async () => {
  expect((await get(granted, [], { declaration: null })).ours).toEqual([]);
});

test('G67 the life of an adopted choice is the declared one, counted from when it was made', async () => {
  const { ours } = await get(refused);
  expect(Number(/Max-Age=(\d+)/.exec(ours[0] ?? '')?.[1])).toBeLessThanOrEqual(15_552_000);
});
