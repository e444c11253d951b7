// Recursive descent over the tokens, typed by the dataset's fields. Grammar: SPEC.md, Q rules.
import type { Field, Value } from '../catalog/dataset.ts';
import type { Comparison, Condition } from './condition.ts';
import type { Parsed, QueryCode, QueryIssue } from './issue.ts';
import { refused, understood } from './issue.ts';
import type { Token } from './tokens.ts';
import { readTokens } from './tokens.ts';

const deepest = 32;
const longestList = 200;

// Leaves the descent at the first problem; `parseWhere` turns it into a value again.
class Refusal extends Error {
  readonly issue: QueryIssue;

  constructor(issue: QueryIssue) {
    super(issue.message);
    this.issue = issue;
  }
}

type Cursor = { readonly tokens: readonly Token[]; readonly fields: ReadonlyMap<string, Field>; next: number };

function refuse(code: QueryCode, message: string, token: Token): never {
  throw new Refusal({ code, parameter: 'where', message, at: token.at });
}

function show(token: Token): string {
  return token.kind === 'end' ? 'the end' : `"${token.value}"`;
}

function peek(cursor: Cursor): Token {
  return cursor.tokens[cursor.next] ?? { kind: 'end', value: '', at: 0 };
}

function take(cursor: Cursor): Token {
  const token = peek(cursor);
  cursor.next += 1;
  return token;
}

function takeIf(cursor: Cursor, kind: Token['kind'], value: string): boolean {
  const token = peek(cursor);
  if (token.kind !== kind || token.value !== value) return false;
  cursor.next += 1;
  return true;
}

function expectPunctuation(cursor: Cursor, value: string): void {
  const token = take(cursor);
  if (token.kind !== 'punctuation' || token.value !== value) refuse('QUERY_SYNTAX', `Expected "${value}", found ${show(token)}`, token);
}

function parseField(cursor: Cursor): Field {
  const token = take(cursor);
  if (token.kind !== 'name') refuse('QUERY_SYNTAX', `Expected a field, found ${show(token)}`, token);
  const field = cursor.fields.get(token.value);
  return field ?? refuse('QUERY_FIELD', `Expected a field of this dataset, found "${token.value}"`, token);
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function parseValue(cursor: Cursor, field: Field): Exclude<Value, null> {
  const token = take(cursor);
  const isTruth = token.kind === 'keyword' && (token.value === 'true' || token.value === 'false');
  if (token.kind !== 'text' && token.kind !== 'number' && !isTruth) refuse('QUERY_SYNTAX', `Expected a value, found ${show(token)}`, token);
  const wanted = {
    text: 'a text in quotes',
    date: 'a day in quotes ("2026-06-30")',
    boolean: 'true or false',
    integer: 'a number',
    double: 'a number',
  };
  switch (field.type) {
    case 'text':
      if (token.kind === 'text') return token.value;
      break;
    case 'date':
      if (token.kind === 'text' && isDay(token.value)) return token.value;
      break;
    case 'boolean':
      if (isTruth) return token.value === 'true';
      break;
    default:
      if (token.kind === 'number') return Number(token.value);
  }
  return refuse('QUERY_TYPE', `Expected ${wanted[field.type]} for "${field.name}", found ${show(token)}`, token);
}

function parseList(cursor: Cursor, field: Field): readonly Exclude<Value, null>[] {
  expectPunctuation(cursor, '(');
  const values = [parseValue(cursor, field)];
  while (takeIf(cursor, 'punctuation', ',')) {
    if (values.length === longestList) refuse('QUERY_TOO_LARGE', `Expected at most ${longestList} values in a list`, peek(cursor));
    values.push(parseValue(cursor, field));
  }
  expectPunctuation(cursor, ')');
  return values;
}

function parseLike(cursor: Cursor, field: Field): Condition {
  const token = take(cursor);
  if (field.type !== 'text') refuse('QUERY_TYPE', `Expected a text field before "like", found "${field.name}"`, token);
  if (token.kind !== 'text') refuse('QUERY_SYNTAX', `Expected a text in quotes after "like", found ${show(token)}`, token);
  return { kind: 'like', field: field.name, value: token.value };
}

function parseNull(cursor: Cursor, field: Field): Condition {
  const negated = takeIf(cursor, 'keyword', 'not');
  const token = take(cursor);
  if (token.kind !== 'keyword' || token.value !== 'null')
    refuse('QUERY_SYNTAX', `Expected "null" or "not null", found ${show(token)}`, token);
  const part: Condition = { kind: 'null', field: field.name };
  return negated ? { kind: 'not', part } : part;
}

function parseComparison(cursor: Cursor): Condition {
  const field = parseField(cursor);
  if (takeIf(cursor, 'keyword', 'like')) return parseLike(cursor, field);
  if (takeIf(cursor, 'keyword', 'in')) return { kind: 'in', field: field.name, values: parseList(cursor, field) };
  if (takeIf(cursor, 'keyword', 'is')) return parseNull(cursor, field);
  if (takeIf(cursor, 'keyword', 'not')) return { kind: 'not', part: parseNegatable(cursor, field) };
  const token = take(cursor);
  if (token.kind !== 'operator') refuse('QUERY_SYNTAX', `Expected a comparison after "${field.name}", found ${show(token)}`, token);
  const value = parseValue(cursor, field);
  if (field.type === 'boolean' && token.value !== '=' && token.value !== '!=') {
    refuse('QUERY_TYPE', `Expected "=" or "!=" for "${field.name}", found "${token.value}"`, token);
  }
  return { kind: 'compare', field: field.name, comparison: token.value as Comparison, value };
}

function parseNegatable(cursor: Cursor, field: Field): Condition {
  if (takeIf(cursor, 'keyword', 'like')) return parseLike(cursor, field);
  if (takeIf(cursor, 'keyword', 'in')) return { kind: 'in', field: field.name, values: parseList(cursor, field) };
  return refuse('QUERY_SYNTAX', `Expected "like" or "in" after "not", found ${show(peek(cursor))}`, peek(cursor));
}

function parseUnary(cursor: Cursor, depth: number): Condition {
  if (depth > deepest) refuse('QUERY_TOO_LARGE', `Expected at most ${deepest} levels`, peek(cursor));
  if (takeIf(cursor, 'keyword', 'not')) return { kind: 'not', part: parseUnary(cursor, depth + 1) };
  if (!takeIf(cursor, 'punctuation', '(')) return parseComparison(cursor);
  const inner = parseJoined(cursor, 'or', depth + 1);
  expectPunctuation(cursor, ')');
  return inner;
}

function parseJoined(cursor: Cursor, word: 'and' | 'or', depth: number): Condition {
  const parseOne = (): Condition => (word === 'or' ? parseJoined(cursor, 'and', depth) : parseUnary(cursor, depth));
  const first = parseOne();
  const parts = [first];
  while (takeIf(cursor, 'keyword', word)) parts.push(parseOne());
  return parts.length === 1 ? first : { kind: word, parts };
}

/** A where text as a condition on these fields, or the first thing that is wrong with it. */
export function parseWhere(text: string, fields: readonly Field[]): Parsed<Condition> {
  const tokens = readTokens(text);
  if (!tokens.ok) return tokens;
  const cursor: Cursor = { tokens: tokens.value, fields: new Map(fields.map((field) => [field.name, field])), next: 0 };
  try {
    const condition = parseJoined(cursor, 'or', 0);
    const rest = peek(cursor);
    if (rest.kind !== 'end') refuse('QUERY_SYNTAX', `Expected "and", "or" or the end, found ${show(rest)}`, rest);
    return understood(condition);
  } catch (error) {
    if (error instanceof Refusal) return refused(error.issue);
    throw error;
  }
}
