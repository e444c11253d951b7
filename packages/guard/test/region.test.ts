import { expect, test } from 'vitest';
import { profileOfRegion } from '../src/request/region.ts';
import { declaration, page, site, stateOf, withGuard } from './site.ts';
import { bodyOf, exchangeBytes, requestText } from './wire.ts';

const HTML = '<html><head></head><body>x</body></html>';
const region = { header: 'CF-IPCountry', profiles: { FR: 'fr', 'US-CA': 'us-ca', US: 'us-other', BR: 'br' } } as const;

async function profileFor(headers: readonly string[], named = true): Promise<unknown> {
  return withGuard(
    () => page(HTML),
    async ({ port }) => stateOf(bodyOf(await exchangeBytes(port, requestText('GET /', headers))))['consent'],
    named ? { region } : {},
  );
}

test('G66 the profile is that of the region which the operator’s edge names', async () => {
  expect(await profileFor(['CF-IPCountry: FR'])).toMatchObject({ profile: 'fr' });
  expect(await profileFor(['cf-ipcountry: us-ca '])).toMatchObject({ profile: 'us-ca' });
});

test('G66 without the header, with an unknown region or with several, it is the default', async () => {
  for (const headers of [[], ['CF-IPCountry: XX'], ['CF-IPCountry: T1'], ['CF-IPCountry: FR', 'CF-IPCountry: US'], ['X-Country: FR']])
    expect(await profileFor(headers)).toMatchObject({ profile: 'eu-base' });
});

test('G66 a header that nobody named says nothing', async () => {
  expect(await profileFor(['CF-IPCountry: FR'], false)).toMatchObject({ profile: 'eu-base' });
});

test('G66 a profile that the declaration does not offer asks for everything', async () => {
  expect(await profileFor(['CF-IPCountry: BR'])).toMatchObject({
    profile: 'br',
    purposes: { audience: { allowed: false, ask: true }, map: { allowed: false, ask: true } },
  });
});

test('G66 a signal hears which regions are served under another offered profile', async () => {
  const offered = ['eu-base', 'fr', 'us-ca'] as const;
  const projected = {
    ...declaration,
    profiles: { default: 'eu-base', offered } as const,
    signals: { ...declaration.signals, projections: ['google-consent-mode-v2'] },
  };
  const state = await withGuard(
    () => page(HTML),
    async ({ port }) => stateOf(bodyOf(await exchangeBytes(port, requestText('GET /', ['CF-IPCountry: FR'])))),
    { region, declaration: { id: site.id, declaration: projected } },
  );
  expect(state['projections']).toMatchObject({ 'google-consent-mode-v2': { regions: [{ region: ['US-CA'] }] } });
});

test('G66 only what has the form of a code is looked up, a part of a country stands for its country where it is not named', () => {
  const of = (value: string): unknown => profileOfRegion(region, [['CF-IPCountry', value]]);
  expect([of('US-TX'), of('FR-75'), of('us')]).toEqual(['us-other', 'fr', 'us-other']);
  for (const hostile of [
    '',
    'F',
    'FRA',
    'FR,US',
    'FR;US',
    '__proto__',
    'constructor',
    'FR-12345',
    'FR\u00a0-',
    '{"a":1}',
    'F'.repeat(9999),
  ])
    expect(of(hostile)).toBeNull();
});
