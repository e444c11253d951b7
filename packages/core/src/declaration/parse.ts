// Untrusted bytes to a declaration with its id, or issues with path and line. Nothing thrown, nothing superlinear.
import { decodeUtf8, encodeUtf8 } from '../base/bytes.ts';
import type { Issue, Result } from '../base/result.ts';
import { fail, succeed } from '../base/result.ts';
import { checkDeclaration } from './check.ts';
import type { DeclarationCode } from './codes.ts';
import { identifyDeclaration } from './identify.ts';
import type { JsonReading } from './json-reader.ts';
import { findLine, readJson } from './json-reader.ts';
import { parsePath } from './path.ts';
import type { Identified } from './types.ts';
import { currentLanguage, upgradeDeclaration } from './upgrade.ts';

/** A parsed declaration, its id, and what is worth a warning in its text. */
export type ParsedDeclaration = Identified & { readonly warnings: readonly Issue[] };

const largestText = 1024 * 1024;
const deepestValue = 32;
const byteOrderMark = /^\ufeff/;

/**
 * Reads the JSON form of a declaration, upgrading an older language. Fails with `DECL_*` issues that carry path and line.
 * `maxBytes` is 1 MiB unless given.
 */
export function parseDeclaration(input: Uint8Array | string, options: { readonly maxBytes?: number } = {}): Result<ParsedDeclaration> {
  const text = readText(input, options.maxBytes ?? largestText);
  if (!text.ok) return text;
  const warnings: Issue[] = [];
  if (byteOrderMark.test(text.value)) {
    warnings.push(say('DECL_BOM', 'The text begins with a byte order mark, which is ignored', 'Save it as UTF-8 without BOM', 'warning'));
  }
  const reading = readJson(text.value.replace(byteOrderMark, ''), { depth: deepestValue });
  if (reading.issues.length > 0) return fail(...reading.issues);
  return readDeclaration(reading, warnings);
}

/** The same issues with the line of their path in the text they are about, where the text is JSON. */
export function locateIssues(text: string, issues: readonly Issue[]): readonly Issue[] {
  const { root, issues: broken } = readJson(text.replace(byteOrderMark, ''), { depth: deepestValue });
  if (broken.length > 0) return issues;
  return issues.map((issue) => ({ ...issue, line: findLine(root, parsePath(issue.path) ?? []) }));
}

function readDeclaration({ value, root }: JsonReading, warnings: readonly Issue[]): Result<ParsedDeclaration> {
  const upgraded = upgradeDeclaration(value);
  if (!upgraded.ok) return fail(...upgraded.issues.map((issue) => ({ ...issue, line: findLine(root, [issue.path]) })));
  const checked = checkDeclaration(upgraded.value, (path) => findLine(root, path));
  if (!checked.ok) return checked;
  const id = identifyDeclaration(checked.value);
  if (upgraded.value === value) return succeed({ declaration: checked.value, id, warnings });
  const old = say(
    'DECL_UPGRADED',
    `The declaration was read as an older language and upgraded to ${currentLanguage}`,
    'Save the upgraded form',
    'warning',
  );
  return succeed({
    declaration: checked.value,
    id,
    warnings: [...warnings, { ...old, path: 'language', line: findLine(root, ['language']) }],
  });
}

function readText(input: Uint8Array | string, maxBytes: number): Result<string> {
  // No UTF-8 form is shorter than the string, so an over-long string need not be encoded to be refused.
  const length = typeof input === 'string' && input.length <= maxBytes ? encodeUtf8(input).length : input.length;
  if (length > maxBytes) {
    const message = `Expected at most ${maxBytes} bytes instead of ${length}`;
    return fail(say('DECL_TOO_LARGE', message, 'Split it with compose, or raise the limit'));
  }
  if (typeof input === 'string') return succeed(input);
  const decoded = decodeUtf8(input);
  return decoded.ok ? decoded : fail(say('DECL_NOT_UTF8', 'The bytes are not valid UTF-8', 'Save the file as UTF-8'));
}

function say(code: DeclarationCode, message: string, hint: string, severity: Issue['severity'] = 'error'): Issue {
  return { code, path: '', message, hint, severity };
}
