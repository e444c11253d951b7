import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeUtf8 } from '../../src/base/bytes.ts';
import { checkDeclaration } from '../../src/declaration/check.ts';
import { declarationCodes } from '../../src/declaration/codes.ts';
import { readJson } from '../../src/declaration/json-reader.ts';
import { parseDeclaration } from '../../src/declaration/parse.ts';
import { formatPath, parsePath } from '../../src/declaration/path.ts';
import { portalText, portalWith } from './portal.ts';

test('D3 the reader agrees with JSON.parse on every JSON text', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const reading = readJson(text, { depth: 1000 });
      if (reading.issues.length === 0) expect(reading.value).toEqual(JSON.parse(text));
      else expect(text).toMatch(/"(__proto__|constructor|prototype)"/);
    }),
  );
});

test('D3 what the reader accepts JSON.parse accepts, and the other way round but for keys and surrogates', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"a"',
    '1',
    '-',
    '0',
    '.',
    'e',
    'true',
    'null',
    ' ',
    '\n',
    '\\',
    '\\u0041',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      const { issues } = readJson(text, { depth: 100 });
      const stopped = issues.some((issue) => issue.code === 'DECL_JSON');
      let parses = true;
      try {
        JSON.parse(text);
      } catch {
        parses = false;
      }
      expect(!stopped).toBe(parses);
    }),
    { numRuns: 5000 },
  );
});

test('D7 no bytes make the parser throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void parseDeclaration(bytes)));
});

test('D7 the example with one byte changed is read or refused with listed codes and lines', () => {
  const bytes = encodeUtf8(portalText);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), (index, byte) => {
      const changed = bytes.slice();
      changed[index] = byte;
      const parsed = parseDeclaration(changed);
      for (const issue of parsed.ok ? [] : parsed.issues) {
        expect(Object.keys(declarationCodes)).toContain(issue.code);
        if (issue.code !== 'DECL_NOT_UTF8') expect(issue.line).toBeGreaterThan(0);
      }
    }),
    { numRuns: 400 },
  );
});

test('D7 no value makes the checker throw', () => {
  const fields = [
    '',
    'trackers',
    'trackers.sessionid',
    'trackers.sessionid.names[0]',
    'site.locations',
    'purposes.map.basis',
    'languages',
    'notice.texts',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...fields),
      fc.anything({ withNullPrototype: true, withMap: true, withBigInt: true, withDate: true }),
      (path, value) => {
        checkDeclaration(path === '' ? value : portalWith({ [path]: value ?? null }));
      },
    ),
    { numRuns: 500 },
  );
});

test('D8 a path is read back from its text', () => {
  const step = fc.oneof(fc.nat(50), fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('a', 'a-b', 'a.b', '0', '"', '\\', ']'));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), (path) => {
      expect(parsePath(formatPath(path))).toEqual(path);
    }),
  );
});
