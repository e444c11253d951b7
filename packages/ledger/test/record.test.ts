import { expect, test } from 'vitest';
import { parseRecord } from '../src/record.ts';
import { choice, now, publication, sampleLedger } from './sample.ts';

function pathsOf(value: unknown): readonly string[] {
  const parsed = parseRecord(value);
  return parsed.ok ? [] : parsed.issues.map((issue) => issue.path);
}

test('L11 the documented records are read', () => {
  const { language: _, ...withoutLanguage } = publication;
  const erasure = { kind: 'erased', site: 'example.org', declaration: 'a'.repeat(64), count: 1, at: now };
  for (const record of [choice(), choice({ answers: {} }), publication, withoutLanguage, erasure]) expect(pathsOf(record)).toEqual([]);
});

test('L11 a missing, unknown or ill-formed field is named', () => {
  const { notice: _, ...withoutNotice } = choice();
  const cases: readonly (readonly [unknown, string])[] = [
    [null, 'record'],
    [[], 'record'],
    [{ ...choice(), kind: 'vote' }, 'record.kind'],
    [withoutNotice, 'record.notice'],
    [{ ...choice(), remoteAddress: '192.0.2.1' }, 'record.remoteAddress'],
    [{ ...choice(), userAgent: 'x' }, 'record.userAgent'],
    [
      JSON.parse('{"__proto__": 1, "kind": "erased", "site": "s", "count": 1, "at": 1, "declaration": "' + 'a'.repeat(64) + '"}'),
      'record.__proto__',
    ],
    [{ ...choice(), declaration: 'A'.repeat(64) }, 'record.declaration'],
    [{ ...choice(), site: 'a b' }, 'record.site'],
    [{ ...choice(), language: 'e' }, 'record.language'],
    [{ ...choice(), profile: '192.0.2.1' }, 'record.profile'],
    [{ ...choice(), way: 'push' }, 'record.way'],
    [{ ...choice(), gpc: 1 }, 'record.gpc'],
    [{ ...choice(), at: 1.5 }, 'record.at'],
    [{ ...choice(), answers: { x: { state: 'granted', revision: 1 } } }, 'record.answers'],
    [{ ...choice(), answers: { 1: { state: 'unset', revision: 1 } } }, 'record.answers'],
    [{ ...choice(), answers: { 1: { state: 'granted', revision: 1, note: 'me' } } }, 'record.answers'],
    [{ ...publication, hash: 'c'.repeat(63) }, 'record.hash'],
    [{ ...publication, notice: 'b'.repeat(64) }, 'record.notice'],
  ];
  for (const [record, path] of cases) expect(pathsOf(record)).toEqual([path]);
});

test('L11 the ledger refuses such a record and writes nothing', async () => {
  const { ledger } = await sampleLedger();
  const stranger = { ...choice(), remoteAddress: '192.0.2.1' };
  await expect(ledger.recordChoice(stranger)).rejects.toMatchObject({
    code: 'LEDGER_RECORD_INVALID',
    issues: [{ path: 'record.remoteAddress' }],
  });
  expect(await ledger.size()).toBe(0);
  await ledger.close();
});

test('L12 a record more than ten minutes from the clock is refused, on either side', async () => {
  const { ledger } = await sampleLedger();
  for (const at of [now - 601, now + 601, now * 1000, 0]) {
    await expect(ledger.recordChoice(choice({ at }))).rejects.toMatchObject({
      code: 'LEDGER_RECORD_INVALID',
      issues: [{ path: 'record.at' }],
    });
  }
  await ledger.recordChoice(choice({ at: now - 600 }));
  expect(await ledger.size()).toBe(1);
  await ledger.close();
});
