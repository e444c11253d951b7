import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeSpan, escapeMarkdown, escapeTarget } from '../../src/policy/markdown-escape.ts';
import { plainText } from '../../src/policy/plain-text.ts';

const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'|`\\*_<>[]()#-+.1& ~!a') }));

function readBack(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/\\([\\`*{}[\]|~$_#+=-])/g, '$1')
    .replace(/&amp;/g, '&');
}

test('P23 escaped Markdown holds no HTML, no table border and no line break, and reads as it was written', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const escaped = escapeMarkdown(text);
      expect(escaped).not.toMatch(/[<>\n\r]/);
      expect(escaped.replace(/\\\\/g, '')).not.toMatch(/(?<!\\)[|`*[\]]/);
      expect(readBack(escaped)).toBe(text.replace(/[\t\n\v\f\r\u2028\u2029 ]+/g, ' '));
    }),
  );
});

test('P23 a code span cannot be ended from inside and splits no table cell', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const span = codeSpan(text);
      const fence = /^`+/.exec(span)?.[0] ?? '';
      expect(span.endsWith(fence)).toBe(true);
      const inner = span.slice(fence.length, -fence.length);
      expect(inner.match(/`+/g) ?? []).not.toContain(fence);
      expect(span.replace(/\\\|/g, '')).not.toContain('|');
    }),
  );
});

test('P23 an address cannot leave the brackets of its link', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(escapeTarget(text)).not.toMatch(/[\s()<>\\|]/);
    }),
  );
});

test('P22 text on a page has no control characters, no direction overrides and no lone surrogates, and is stable', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const plain = plainText(text);
      expect(plain).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
      expect(plain).not.toMatch(/\p{Surrogate}/u);
      expect(plainText(plain)).toBe(plain);
    }),
  );
});
