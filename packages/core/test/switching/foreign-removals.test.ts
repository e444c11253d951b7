import { expect, test } from 'vitest';
import { scanSetCookie } from '../../src/base/cookie-scan.ts';
import { foreignRemovals } from '../../src/switching/foreign-removals.ts';
import { readForeignChoices } from '../../src/switching/read-foreign-choices.ts';
import { cookies } from './records.ts';

const klaro = readForeignChoices({ ...cookies({ klaro: '{}' }), local: (key) => (key === 'klaro' ? '{}' : null) });

test('X13 each cookie is deleted host-only and in every domain of two labels, and the key is named', () => {
  expect(foreignRemovals(klaro, { host: 'www.shop.example:8443' })).toEqual({
    lines: [
      'klaro=; Path=/; Max-Age=0',
      'klaro=; Path=/; Domain=www.shop.example; Max-Age=0',
      'klaro=; Path=/; Domain=shop.example; Max-Age=0',
    ],
    local: ['klaro'],
  });
});

test('X13 both cookies of OneTrust go, each line deletes, and a record that lies there twice is deleted once', () => {
  const found = readForeignChoices({
    cookies: ['OptanonConsent', 'OptanonAlertBoxClosed', 'OptanonConsent'].map((name) => ({ name, value: 'groups=C0001%3A1' })),
  });
  const { lines } = foreignRemovals(found, { host: 'shop.example' });
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(scanSetCookie(line)).toMatchObject({ value: '', path: '/', maxAge: 0 });
});

test.each(['localhost', '127.0.0.1', '10.0.0.1:80', '[::1]:80', '', 'a b.example', 'a.example; Secure', 'x\r\ny.example', '.example'])(
  'X13 no domain for the host %j',
  (host) => {
    expect(foreignRemovals(klaro, { host }).lines).toEqual(['klaro=; Path=/; Max-Age=0']);
  },
);

test('X13 a host of many labels gets few lines', () => {
  expect(foreignRemovals(klaro, { host: 'a.'.repeat(100) + 'example' }).lines).toHaveLength(9);
});

test('X13 nothing found, nothing removed', () => {
  expect(foreignRemovals([], { host: 'shop.example' })).toEqual({ lines: [], local: [] });
});
