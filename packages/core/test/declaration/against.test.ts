import { expect, test } from 'vitest';
import { checkAgainst } from '../../src/declaration/against.ts';
import { identifyDeclaration } from '../../src/declaration/identify.ts';
import type { Edits } from './portal.ts';
import { portal, portalWith } from './portal.ts';

const longer = { 'trackers.map_visitor.life.max': 5_000_000 };
const next = { version: '1.1.0', date: '2026-08-01' };

function codes(edits: Edits, published: Edits = {}): readonly string[] {
  return checkAgainst(portal(published), portal(edits)).map(({ code }) => code);
}

test('D50 nothing is said of the published declaration itself, or of a cosmetic change in a new version', () => {
  expect(checkAgainst(portal(), portal())).toEqual([]);
  expect(codes({ ...next, 'purposes.map.text.en': 'Maps.' })).toEqual([]);
});

test('D50 a material change whose revision did not rise is refused with purpose and reason', () => {
  expect(checkAgainst(portal(), portal({ ...next, ...longer }))).toEqual([
    {
      code: 'DECL_REVISION_NOT_RAISED',
      path: 'purposes.map.revision',
      severity: 'error',
      message: 'The purpose "map" changed materially and its revision is still 1: The tracker "map_visitor" lasts longer',
      hint: 'Set its revision to 2, so that visitors are asked again',
    },
  ]);
});

test('D50 it is accepted once the revision rose', () => {
  expect(codes({ ...next, ...longer, 'purposes.map.revision': 2 })).toEqual([]);
});

test('D50 a new purpose needs no revision', () => {
  expect(codes({ ...next, 'purposes.ads': { ...Object(portalWith()).purposes.map, number: 7 } })).toEqual([]);
});

test('D51 a published number under another id is refused', () => {
  const { map } = Object(portalWith()).purposes;
  const edits = {
    ...next,
    'purposes.map': undefined,
    'purposes.ads': map,
    'trackers.map_visitor.purposes': ['ads'],
    'trackers.map_frame.purposes': ['ads'],
  };
  expect(checkAgainst(portal(), portal(edits))).toMatchObject([
    { code: 'DECL_NUMBER_REUSED', path: 'purposes.ads.number', severity: 'error' },
  ]);
});

test('D51 a lowered revision is refused', () => {
  expect(codes({ ...next }, { 'purposes.map.revision': 3 })).toEqual(['DECL_REVISION_LOWERED']);
});

test('D52 an unchanged version, an earlier date and a wrong id are warned of', () => {
  const wrong = { 'notice.theme': 'dark', date: '2026-06-30', supersedes: '0'.repeat(64) };
  expect(checkAgainst(portal(), portal(wrong)).map(({ code, severity }) => [code, severity])).toEqual([
    ['DECL_VERSION_NOT_CHANGED', 'warning'],
    ['DECL_DATE_EARLIER', 'warning'],
    ['DECL_SUPERSEDES', 'warning'],
  ]);
  expect(codes({ ...next, supersedes: identifyDeclaration(portal()) })).toEqual([]);
});
