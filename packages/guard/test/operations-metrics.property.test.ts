import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Family, Sample } from '../src/watch/metrics-text.ts';
import { renderMetrics } from '../src/watch/metrics-text.ts';

type Line = { readonly name: string; readonly labels: { readonly [name: string]: string }; readonly value: number };

/** Undoes the escapes of the format. */
function plain(text: string): string {
  return text.replace(/\\(.)/gs, (_, character: string) => (character === 'n' ? '\n' : character));
}

/** Reads one line as the format says: a name, labels in quotes, a number. */
function readLine(line: string): Line {
  const [, name = '', inner = '', value = ''] = /^([a-z_]+)(?:\{((?:[a-z_]+="(?:[^"\\\n]|\\["\\n])*",?)*)\})? (\S+)$/.exec(line) ?? [];
  const labels = [...inner.matchAll(/([a-z_]+)="((?:[^"\\\n]|\\["\\n])*)"/g)].map(([, label = '', text = '']) => [label, plain(text)]);
  return { name, labels: Object.fromEntries(labels), value: Number(value) };
}

const text = fc.string({
  unit: fc.oneof(fc.constantFrom('"', '\\', '\n', '{', '}', ',', ' ', 'n'), fc.string({ minLength: 1, maxLength: 1 })),
});
const sample: fc.Arbitrary<Sample> = fc.record({
  labels: fc.dictionary(fc.constantFrom('code', 'kind', 'reason'), text, { noNullPrototype: true }),
  value: fc.double({ noNaN: true, noDefaultInfinity: true }),
});
const family: fc.Arbitrary<Family> = fc.record({
  name: fc.constantFrom('candor_a', 'candor_b_total'),
  help: text,
  type: fc.constantFrom('counter', 'gauge'),
  samples: fc.array(sample, { maxLength: 4 }),
});

test('G143 whatever labels and help hold, a reader of the format reads the same, one line for each number', () => {
  fc.assert(
    fc.property(fc.array(family, { maxLength: 3 }), (families) => {
      const lines = renderMetrics(families).split('\n');
      expect(lines.pop()).toBe('');
      const comments = lines.filter((line) => line.startsWith('# '));
      expect(comments).toHaveLength(families.length * 2);
      const helps = comments.filter((line) => line.startsWith('# HELP ')).map((line) => plain(line.replace(/^# HELP \S+ /, '')));
      expect(helps).toEqual(families.map(({ help }) => help));
      const read = lines.filter((line) => !line.startsWith('# ')).map(readLine);
      const wanted = families.flatMap(({ name, samples }) => samples.map(({ labels = {}, value }) => ({ name, labels, value: value + 0 })));
      expect(read.map((line) => ({ ...line, value: line.value + 0 }))).toEqual(wanted);
    }),
  );
});
