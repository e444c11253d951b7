// What the ledger may hold, field by field. Unknown fields are refused, so that no address and no agent can slip in.
import type { Answer, Issue, ProfileId, Result } from '@candor/core';
import { encodeCanonicalJson, succeed } from '@candor/core';
import { ledgerIssue, refuse } from './errors.ts';

/** A visitor's choice, without anything that says whose. Hashes are SHA-256 in hex; `at` is Unix seconds by the server's clock. */
export type ChoiceRecord = {
  readonly kind: 'choice';
  readonly site: string;
  readonly declaration: string;
  /** The hash of the words that were shown. */
  readonly notice: string;
  readonly language: string;
  readonly profile: ProfileId;
  readonly way: 'banner' | 'preferences' | 'api' | 'signal';
  readonly gpc: boolean;
  readonly answers: { readonly [purposeNumber: number]: Answer };
  readonly at: number;
};

/** Something the site published: `hash` is the SHA-256 (hex) of its bytes, `at` Unix seconds. */
export type Publication = {
  readonly kind: 'declaration' | 'policy' | 'audit';
  readonly site: string;
  readonly declaration: string;
  readonly hash: string;
  readonly language?: string;
  readonly at: number;
};

/** That records were erased: how many, never which. */
export type Erasure = {
  readonly kind: 'erased';
  readonly site: string;
  readonly declaration: string;
  readonly count: number;
  readonly at: number;
};

/** Everything a leaf can stand for. */
export type LedgerRecord = ChoiceRecord | Publication | Erasure;

type Check = (value: unknown) => boolean;
type Checks = { readonly [field: string]: Check };

const sha256Text = /^[0-9a-f]{64}$/;
const isHash = textLike(sha256Text);
const isLanguage = textLike(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/);
const isCount: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const common: Checks = { site: textLike(/^[\x21-\x7e]{1,253}$/), declaration: isHash, at: isCount };
const publication: Checks = {
  ...common,
  kind: textLike(/^(?:declaration|policy|audit)$/),
  hash: isHash,
  language: (value) => value === undefined || isLanguage(value),
};
const checksByKind: ReadonlyMap<unknown, Checks> = new Map<unknown, Checks>([
  [
    'choice',
    {
      ...common,
      kind: textLike(/^choice$/),
      notice: isHash,
      language: isLanguage,
      profile: textLike(/^[a-z]{2}(?:-[a-z]{1,12}){0,3}$/),
      way: textLike(/^(?:banner|preferences|api|signal)$/),
      gpc: (value) => typeof value === 'boolean',
      answers: isAnswers,
    },
  ],
  ['declaration', publication],
  ['policy', publication],
  ['audit', publication],
  ['erased', { ...common, kind: textLike(/^erased$/), count: (value) => isCount(value) && value !== 0 }],
]);

/** A record from an unknown value. Fails with one `LEDGER_RECORD_INVALID` for each field that is missing, unknown or ill-formed. */
export function parseRecord(value: unknown): Result<LedgerRecord> {
  if (!isObject(value)) return refuse('LEDGER_RECORD_INVALID', 'record');
  const checks = checksByKind.get(ownValue(value, 'kind'));
  if (checks === undefined) return refuse('LEDGER_RECORD_INVALID', 'record.kind');
  const issues: Issue[] = [];
  for (const field of new Set([...Object.keys(checks), ...Object.keys(value)])) {
    const check = Object.hasOwn(checks, field) ? checks[field] : undefined;
    if (check === undefined || !check(ownValue(value, field)))
      issues.push(ledgerIssue('LEDGER_RECORD_INVALID', `record.${field.slice(0, 40)}`));
  }
  // The one parse boundary: every field of the union was tested just above.
  return issues.length === 0 ? succeed(value as LedgerRecord) : { ok: false, issues };
}

/** A record from its stored text. Fails as `parseRecord` does. */
export function parseStoredRecord(text: string): Result<LedgerRecord> {
  try {
    return parseRecord(JSON.parse(text));
  } catch {
    return parseRecord(null);
  }
}

/** The canonical JSON that a commitment covers: every field of the record. */
export function canonicalRecord(record: LedgerRecord): string {
  if (record.kind !== 'choice') return encodeCanonicalJson(record);
  const { answers, ...rest } = record;
  return encodeCanonicalJson({ ...rest, answers: Object.fromEntries(Object.entries(answers)) });
}

function isAnswers(value: unknown): boolean {
  if (!isObject(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= 1000 && entries.every(([number, answer]) => /^(?:0|[1-9]\d{0,5})$/.test(number) && isAnswer(answer));
}

function isAnswer(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).length !== 2) return false;
  const state = ownValue(value, 'state');
  return (state === 'granted' || state === 'denied' || state === 'objected') && isCount(ownValue(value, 'revision'));
}

function textLike(pattern: RegExp): Check {
  return (value) => typeof value === 'string' && pattern.test(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownValue(value: object, field: string): unknown {
  return Object.getOwnPropertyDescriptor(value, field)?.value;
}
