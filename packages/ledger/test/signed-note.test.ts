import { expect, test } from 'vitest';
import { openNote } from '../src/signed-note.ts';
import { createSigner } from '../src/signer.ts';
import type { VerifierKey } from '../src/verifier-key.ts';
import { parseVerifierKey } from '../src/verifier-key.ts';
import { readText, vectorFolder } from './vectors.ts';

const folder = vectorFolder();
const ours = createSigner({ origin: 'example.org/log', seed: new Uint8Array(32).fill(7) });
const theirs = createSigner({ origin: 'witness.example', seed: new Uint8Array(32).fill(8) });
const note = ours.sign('first\n\nthird\n');

function keyOf(text: string): VerifierKey {
  const key = parseVerifierKey(text);
  if (!key.ok) throw new TypeError(text);
  return key.value;
}

function codeOf(text: string, ...keys: readonly string[]): string {
  const opened = openNote(text, keys.map(keyOf));
  return opened.ok ? opened.value.text : (opened.issues[0]?.code ?? '');
}

test('L6 a note opens under the key that signed it, with its text', () => {
  expect(codeOf(note, ours.verifierKey)).toBe('first\n\nthird\n');
});

test('L6 lines of unknown keys are ignored, and no known key is no signature', () => {
  const [, line = ''] = /\n\n(— witness.*\n)$/.exec(theirs.sign('first\n\nthird\n')) ?? [];
  expect(line).not.toBe('');
  expect(codeOf(note + line, ours.verifierKey)).toBe('first\n\nthird\n');
  expect(codeOf(note, theirs.verifierKey)).toBe('LEDGER_KEY_NOT_PINNED');
  expect(codeOf(note)).toBe('LEDGER_KEY_NOT_PINNED');
});

test('L6 one wrong signature of a pinned key refuses the whole note', () => {
  const [, line = ''] = /\n\n(— witness.*\n)$/.exec(theirs.sign('another text\n')) ?? [];
  expect(codeOf(note + line, ours.verifierKey, theirs.verifierKey)).toBe('LEDGER_SIGNATURE_WRONG');
  expect(codeOf(note.replace('first', 'First'), ours.verifierKey)).toBe('LEDGER_SIGNATURE_WRONG');
});

test('L6 a text that is no note is refused before any signature is tried', () => {
  const broken = [
    note.slice(0, -1),
    note.replace('\n\n—', '\n—'),
    `\0${note}`,
    note.replace('first', 'fi\rst'),
    `\ud800${note}`,
    `${note}— x\n`,
    note + note.slice(note.lastIndexOf('—')).repeat(64),
    '',
  ];
  for (const [at, text] of broken.entries())
    expect({ at, code: codeOf(text, theirs.verifierKey) }).toEqual({ at, code: 'LEDGER_NOTE_MALFORMED' });
});

test.skipIf(folder === null)('L6 the published notes open', () => {
  const { signedNotes } = JSON.parse(readText(folder ?? '', 'c2sp-notes.json'));
  expect(signedNotes.length).toBeGreaterThan(0);
  for (const vector of signedNotes) expect(openNote(vector.note, [keyOf(vector.vkey)]).ok).toBe(vector.valid);
});

test('L6 a seed of another length and an origin with a space make no signer', () => {
  expect(() => createSigner({ origin: 'a', seed: new Uint8Array(31) })).toThrow(expect.objectContaining({ code: 'LEDGER_SEED_INVALID' }));
  for (const origin of ['', 'a b', 'a+b', 'a\nb', 'a\u2003b']) {
    expect(() => createSigner({ origin, seed: new Uint8Array(32) })).toThrow(expect.objectContaining({ code: 'LEDGER_ORIGIN_INVALID' }));
  }
});
