import { cookiesSetBy, HOSTILE_MARK, readReplies, startHostileOrigin } from '@candor/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Deciders, GuardOptions } from '../../src/index.ts';
import { choiceFor, site } from '../site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText } from '../wire.ts';
import { during, startGuard, withGuardBefore } from './stand.ts';

const broken = (): never => {
  throw new Error('broken');
};

const deciders: readonly (keyof Deciders)[] = [
  ...(['decide', 'expiryLines', 'compileCsp', 'resolveConsent'] as const),
  ...(['compileNotice', 'compilePageState', 'compilePageConsent'] as const),
];
const ports = ['now', 'random', 'profileFor', 'onPageView', 'onReport'] as const;
type Part = (typeof deciders)[number] | (typeof ports)[number] | 'declaration';

/** Throws at the nth call and every second one after it, so that a fault can come at any moment. */
function faultyAt(first: number): () => never | undefined {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls > first && (calls - first) % 2 === 1) throw new Error('broken');
    return undefined;
  };
}

function overridesFor(parts: readonly Part[]): Partial<GuardOptions> {
  const failing = Object.fromEntries(deciders.filter((name) => parts.includes(name)).map((name) => [name, broken]));
  const silent = Object.fromEntries(ports.filter((name) => parts.includes(name)).map((name) => [name, broken]));
  return { ...silent, ...(parts.includes('declaration') ? { declaration: null } : {}), deciders: failing };
}

const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: x'];
const cookie = `Cookie: _ga=1; _vis1=b; cookies_preferences=${choiceFor('denied')}`;

function requests(): readonly string[] {
  const plain = (id: string): string => requestText(`GET /login?try=${id}`, [cookie]);
  const switching = (id: string): string => plain(id).replace('Connection: close', upgrade.join('\r\n'));
  return [
    plain('page'),
    plain('103'),
    plain('status-302'),
    plain('status-500'),
    plain('trailers'),
    switching('101'),
    switching('101-refused'),
    plain('out-link-0'),
  ];
}

async function expectClosed(port: number, heads: readonly string[]): Promise<void> {
  for (const text of requests()) {
    const replies = readReplies(await exchangeBytes(port, text), 'GET');
    const set = cookiesSetBy(replies).filter((line) => !line.includes('Max-Age=0'));
    expect(
      set.filter((line) => !line.startsWith('csrftoken=kept;')),
      text,
    ).toEqual([]);
    expect(JSON.stringify(replies.heads), text).not.toContain(HOSTILE_MARK);
    expect(replies.heads.at(-1)?.status, text).toBeGreaterThanOrEqual(101);
    const names = replies.heads.at(-1)?.lines.map(([name]) => name) ?? [];
    expect(names.filter((name) => name === 'content-security-policy').length, text).toBeGreaterThanOrEqual(2);
  }
  for (const head of heads) expect(headerValues(head, 'cookie').join()).not.toMatch(/_ga|_vis1/);
}

test('G117 attack 21: whatever throws, alone or together, the site answers and nothing undeclared passes either way', async () => {
  const anyParts = fc.uniqueArray(fc.constantFrom<Part>(...deciders, ...ports, 'declaration'), { minLength: 1, maxLength: 6 });
  await during(startHostileOrigin(), (origin) =>
    fc.assert(
      fc.asyncProperty(anyParts, (parts) => withGuardBefore(origin.url, (port) => expectClosed(port, origin.heads), overridesFor(parts))),
      { numRuns: 15, seed: 21 },
    ),
  );
});

test('G117 attack 21: everything at once: each page is the site’s, and the health page names the faults', async () => {
  const all: readonly Part[] = [...deciders, ...ports];
  await during(startHostileOrigin(), (origin) =>
    withGuardBefore(
      origin.url,
      async (port) => {
        await expectClosed(port, origin.heads);
        expect(bodyOf(await exchangeBytes(port, requestText('GET /login?try=page')))).toContain('site');
        expect(bodyOf(await exchangeBytes(port, requestText('GET /cookies/healthz')))).toContain('DECIDER_FAILED');
      },
      overridesFor(all),
    ),
  );
});

test('G117 attack 21: a clock that fails now and then costs nobody the site', async () => {
  for (const first of [0, 1, 2, 3, 4, 5]) {
    const fail = faultyAt(first);
    const now = (): number => {
      fail();
      return 1_790_000_000;
    };
    await during(startHostileOrigin(), (origin) => withGuardBefore(origin.url, (port) => expectClosed(port, origin.heads), { now }));
  }
});

const misshapen: readonly unknown[] = [
  null,
  undefined,
  0,
  '',
  [],
  {},
  { declaration: null },
  { declaration: {} },
  { declaration: { site: 1 } },
];

test('G117 attack 21: a declaration of any other shape is none: the strictest policy, never a crash, never raw', async () => {
  for (const shape of misshapen) {
    const given = shape === undefined || shape === null ? null : ({ id: site.id, ...(shape as object) } as unknown as typeof site);
    await during(startHostileOrigin(), (origin) =>
      withGuardBefore(origin.url, (port) => expectClosed(port, origin.heads), { declaration: given }),
    );
  }
});

test('G118 attack 19: a guard that is asked by itself says so: what reached the site came through it', async () => {
  await during(startHostileOrigin(), async (origin) => {
    const { guard, port } = await startGuard(origin.url);
    await exchangeBytes(
      port,
      requestText('GET /login?try=page', ['X-Forwarded-For: 9.9.9.9', 'X-Forwarded-Host: other.example', 'Forwarded: for=9.9.9.9']),
    );
    const [head = ''] = origin.heads;
    expect(headerValues(head, 'x-forwarded-for')).toEqual(['127.0.0.1']);
    expect(headerValues(head, 'x-forwarded-host')).toEqual(['portal.localhost']);
    expect(headerValues(head, 'forwarded')).toEqual([]);
    await guard.close();
  });
});
