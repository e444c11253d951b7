import { expect, test } from 'vitest';
import { decodeChoice, encodeChoice, shortDeclarationId } from '../../src/consent/choice-codec.ts';
import type { Choice } from '../../src/consent/types.ts';

const choice: Choice = {
  answers: {
    1: { state: 'granted', revision: 1 },
    2: { state: 'denied', revision: 40 },
    36: { state: 'objected', revision: 2, at: 1_700_000_000 },
  },
  at: 1_800_000_000,
  declaration: '0123456789ab',
};
const text = '1.tro8w0.0123456789ab.1G1-2D14-10O2_s44we8';

test('C1 a choice is version, time, declaration and answers in base 36', () => {
  expect(encodeChoice(choice)).toBe(text);
  expect(decodeChoice(text)).toEqual({ ok: true, value: choice });
  expect(encodeChoice({ answers: {}, at: 0, declaration: '' })).toBe('1.0..');
  expect(
    encodeChoice({ answers: { 1: { state: 'granted', revision: 1, at: 5 } }, at: 5, declaration: '' }),
    'the time of the choice goes without saying',
  ).toBe('1.5..1G1');
  expect(encodeChoice({ answers: { 1: { state: 'granted', revision: 1, at: -5 } }, at: 5, declaration: '' })).toBe('1.5..1G1');
  expect(decodeChoice('1.0..')).toEqual({ ok: true, value: { answers: {}, at: 0, declaration: '' } });
});

test('C2 what the encoder would not have written is refused with a code', () => {
  const refused = [
    '',
    '1',
    '1.',
    '1.0.',
    '1.0',
    '2.0..',
    '01.0..',
    '1.00..',
    '1.-1..',
    '1.0.5..',
    '1.0...',
    '1. 0..',
    '1.0.0123456789AB.',
    '1.0.0123456789a.',
    '1.0.0123456789abc.',
    '1.0..1',
    '1.0..1G',
    '1.0..G1',
    '1.0..1X1',
    '1.0..1g1',
    '1.0..01G1',
    '1.0..1G01',
    '1.0..1G1-',
    '1.0..-1G1',
    '1.0..2G1-1G1',
    '1.0..1G1-1D1',
    '1.0..1G1_0',
    '1.0..1G1_',
    '1.0..1G1_01',
    '1.0..1G1_5_6',
    '1.zzzzzzzzzzz..',
    '1.0..1Gzzzzzzzzzzz',
    '1.0..__proto__',
    '1.NaN..',
    '1.1E9..',
    ' 1.0..',
    '1.0.. ',
    '"1.0.."',
    '1.0..1G1\u0000',
    '1%2E0..',
  ];
  for (const value of refused) {
    const result = decodeChoice(value);
    expect(result.ok, value).toBe(false);
    if (!result.ok) expect(result.issues[0]?.code).toBe('CONSENT_CHOICE_UNREADABLE');
  }
});

test('C2 hostile size is refused before it is read', () => {
  const many = Array.from({ length: 400 }, (_, number) => `${number.toString(36)}G1`).join('-');
  expect(many.length).toBeGreaterThan(1024);
  expect(decodeChoice(`1.0..${many}`).ok).toBe(false);
  expect(decodeChoice(`1.0..${'-'.repeat(1_000_000)}`).ok).toBe(false);
});

test('C1 nothing but cookie-octets is written, whatever the choice holds', () => {
  const hostile: Choice = {
    answers: { 1: { state: 'granted', revision: -1 }, 2: { state: 'denied', revision: 1.5 } },
    at: Number.NaN,
    declaration: '; Domain=x ab',
  };
  expect(encodeChoice(hostile)).toBe('1.0..');
  expect(shortDeclarationId('0123456789abcdef')).toBe('0123456789ab');
  expect(shortDeclarationId('0123456789')).toBe('');
  expect(shortDeclarationId('0123456789AB')).toBe('');
});
