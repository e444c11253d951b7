// The words of the where language. No backtracking: each token is taken once, from left to right.
import type { Parsed } from './issue.ts';
import { refused, understood } from './issue.ts';

/** A token and where it began. Words are lower case when they are keywords. */
export type Token = {
  readonly kind: 'keyword' | 'name' | 'text' | 'number' | 'operator' | 'punctuation' | 'end';
  readonly value: string;
  readonly at: number;
};

const keywords: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'like', 'is', 'null', 'true', 'false']);

const pattern =
  /\s*(?:(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<number>-?\d+(?:\.\d+)?(?![A-Za-z0-9_.]))|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<operator><=|>=|!=|<>|=|<|>)|(?<punctuation>[(),]))/y;

/** Longest query that is read, in characters. */
export const longestQuery = 2000;

function tokenFrom(match: RegExpExecArray): Token {
  const at = match.index + match[0].search(/\S/);
  const groups = match.groups ?? {};
  if (groups['word'] !== undefined) {
    const lower = groups['word'].toLowerCase();
    return keywords.has(lower) ? { kind: 'keyword', value: lower, at } : { kind: 'name', value: groups['word'], at };
  }
  if (groups['number'] !== undefined) return { kind: 'number', value: groups['number'], at };
  if (groups['text'] !== undefined) return { kind: 'text', value: groups['text'].slice(1, -1).replace(/\\(.)/gs, '$1'), at };
  if (groups['operator'] !== undefined) return { kind: 'operator', value: groups['operator'] === '<>' ? '!=' : groups['operator'], at };
  return { kind: 'punctuation', value: groups['punctuation'] ?? '', at };
}

/** The tokens of a where text, ending with an `end` token. */
export function readTokens(text: string): Parsed<readonly Token[]> {
  if (text.length > longestQuery) {
    return refused({ code: 'QUERY_TOO_LARGE', parameter: 'where', message: `Expected at most ${longestQuery} characters` });
  }
  const tokens: Token[] = [];
  const scanner = new RegExp(pattern);
  const end = text.trimEnd().length;
  while (scanner.lastIndex < end) {
    const at = scanner.lastIndex;
    const match = scanner.exec(text);
    if (match === null) {
      const rest = text.slice(at).trimStart();
      const message = /^["']/.test(rest)
        ? 'Expected a closing quote'
        : `Expected a field, a value or an operator, found "${rest.slice(0, 12)}"`;
      return refused({ code: 'QUERY_SYNTAX', parameter: 'where', message, at: text.length - text.slice(at).trimStart().length });
    }
    tokens.push(tokenFrom(match));
  }
  return understood([...tokens, { kind: 'end', value: '', at: end }]);
}
