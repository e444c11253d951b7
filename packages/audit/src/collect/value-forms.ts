// The forms in which a value may be seen again, and which values are worth looking for.
import { createHash } from 'node:crypto';
import type { ValueForm } from './observation.ts';

/** A text to look for, and the form it stands for. */
export type Needle = { readonly text: string; readonly form: ValueForm };

const mostTokens = 8;

/** Every form of a value and of the identifiers within it. Empty where it identifies nobody. */
export function needlesOf(value: string): readonly Needle[] {
  const decoded = decode(value);
  const tokens = decoded.split(/[^A-Za-z0-9_-]+/).filter(isIdentifier);
  const wholes = isIdentifier(decoded) || tokens.length > 0 ? [decoded] : [];
  return [...new Set([...wholes, ...tokens])].slice(0, mostTokens).flatMap(formsOf);
}

/**
 * Whether a text can tell one visitor from others: long enough, with digits or of mixed case, and no date, time, size or number of a
 * version, which many visitors share.
 */
export function isIdentifier(text: string): boolean {
  if (text.length < 8 || text.length > 1024 || new Set(text).size < 5) return false;
  if (/^(?:1[4-9]|2[01])\d{8}(?:\d{3})?$/.test(text)) return false;
  if (/^\d{3,5}x\d{3,5}(?:\D\d{1,3})?$/.test(text) || /\b(?:19|20)\d\d[-/.]?[01]\d[-/.]?[0-3]\d(?!\d)/.test(text)) return false;
  const digits = text.replace(/\D/g, '').length;
  return digits >= 2 || (text.length >= 16 && /[a-z]/.test(text) && /[A-Z]/.test(text) && !/\s/.test(text));
}

/** Every form of one text. */
export function formsOf(text: string): readonly Needle[] {
  const bytes = Buffer.from(text, 'utf8');
  const base64 = bytes.toString('base64').replace(/=+$/, '');
  const hash = (name: 'md5' | 'sha1' | 'sha256'): readonly Needle[] => {
    const digest = createHash(name).update(bytes).digest();
    const short = digest.toString('base64').replace(/=+$/, '');
    return [digest.toString('hex'), short, short.replaceAll('+', '-').replaceAll('/', '_')].map((one) => ({ text: one, form: name }));
  };
  return [
    { text, form: 'plain' },
    { text: base64, form: 'base64' },
    { text: bytes.toString('base64url'), form: 'base64' },
    { text: bytes.toString('hex'), form: 'hex' },
    ...hash('md5'),
    ...hash('sha1'),
    ...hash('sha256'),
  ];
}

const mostRuns = 50;

/** A text as it was sent, then with its escapes undone, then what its runs of base64 say. */
export function readingsOf(text: string): { readonly plain: string; readonly within: string } {
  const plain = `${text}\n${decode(text)}`;
  const runs = plain.match(/[A-Za-z0-9+/_-]{16,}/g) ?? [];
  const said = runs.slice(0, mostRuns).map((run) => Buffer.from(run, 'base64').toString('latin1'));
  return { plain, within: said.filter((one) => /^[\x20-\x7e\s]*$/.test(one)).join('\n') };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
