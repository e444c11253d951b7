import { expect, test } from 'vitest';
import { parseVerifierKey } from '../src/verifier-key.ts';
import { readText, vectorFolder } from './vectors.ts';

const folder = vectorFolder();
const known = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';

function acceptsOnly(key: string): void {
  expect(parseVerifierKey(key).ok).toBe(true);
  for (let start = 0; start < key.length; start += 1) {
    for (let end = start; end <= key.length; end += 1) {
      if (end - start < key.length) expect(parseVerifierKey(key.slice(start, end)).ok).toBe(false);
    }
  }
  for (let at = 0; at < key.length; at += 1) {
    const changed = key.slice(0, at) + String.fromCharCode(key.charCodeAt(at) + 1) + key.slice(at + 1);
    expect({ changed, ok: parseVerifierKey(changed).ok }).toEqual({ changed, ok: false });
  }
}

test('L5 a known key is read, and none of its mangled forms', () => {
  acceptsOnly(known);
});

test.skipIf(folder === null)('L5 the published keys are accepted or refused as they say', () => {
  const { verifierKeys } = JSON.parse(readText(folder ?? '', 'c2sp-notes.json'));
  for (const { vkey } of verifierKeys.valid) acceptsOnly(vkey);
  for (const { vkey } of verifierKeys.invalid)
    expect(parseVerifierKey(vkey)).toMatchObject({ ok: false, issues: [{ code: 'LEDGER_KEY_MALFORMED' }] });
});
