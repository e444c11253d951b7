import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Issue } from '../../src/base/result.ts';
import type { ThemeDraft } from '../../src/declaration/types.ts';
import { contrastOf, readColor, writeColor } from '../../src/notice/color.ts';
import { compileTheme } from '../../src/notice/compile-theme.ts';
import { renderNoticeStyles } from '../../src/notice/styles.ts';
import { defaultTheme } from '../../src/notice/theme.ts';

const issuesOf = (draft: ThemeDraft): readonly Issue[] => {
  const compiled = compileTheme(draft);
  return compiled.ok ? [] : compiled.issues;
};
const codesOf = (draft: ThemeDraft): readonly string[] => issuesOf(draft).map(({ code, path }) => `${code} ${path}`);

test('N26 a theme names what it changes and takes the rest from the default one', () => {
  expect(compileTheme({})).toEqual({ ok: true, value: defaultTheme });
  const compiled = compileTheme({
    button: 'rgb(102, 0, 51)',
    buttonText: 'hsl(0 0% 100%)',
    edge: 'light-dark(#660033, #FFF)',
    radius: '0',
  });
  const changed = { button: '#603', buttonText: '#fff', edge: 'light-dark(#603,#fff)', radius: '0' };
  expect(compiled).toEqual({ ok: true, value: { ...defaultTheme, ...changed } });
});

test('N26 looks of single answers are accepted where they come out the same', () => {
  const compiled = compileTheme({
    edge: '#777',
    accept: { button: '#000', buttonText: '#FFF' },
    reject: { button: 'rgb(0 0 0)', buttonText: '#ffffff' },
  });
  expect(compiled).toEqual({ ok: true, value: { ...defaultTheme, edge: '#777', button: '#000', buttonText: '#fff' } });
  expect(codesOf({ accept: { radius: '3px' }, reject: {}, radius: '3px' })).toEqual([]);
});

test.each([
  ['button', '#0a0', '#ccc'],
  ['buttonText', '#fff', '#000'],
  ['edge', '#000', '#999'],
  ['border', '2px', '1px'],
  ['radius', '4px', '0'],
  ['font', 'serif', 'system-ui'],
])('N26 another %s for one answer is refused, with both values', (key, accept, reject) => {
  const unequal = issuesOf({ accept: { [key]: accept }, reject: { [key]: reject } }).find(({ code }) => code === 'NOTICE_THEME_UNEQUAL');
  expect(unequal?.message).toContain(`${key} is ${accept} for accept and ${reject} for reject`);
  expect(unequal).toMatchObject({ path: 'notice.theme', severity: 'error' });
  expect(codesOf({ accept: { [key]: accept } })).toContain('NOTICE_THEME_UNEQUAL notice.theme');
});

test('N26 one issue names every difference, and what different colours do to the contrasts', () => {
  const [issue] = issuesOf({ accept: { button: '#000', buttonText: '#fff', radius: '0' }, reject: { button: '#fff', buttonText: '#777' } });
  expect(issue?.message).toContain('button is #000 for accept and #fff for reject');
  expect(issue?.message).toContain('buttonText is #fff for accept and #777 for reject');
  expect(issue?.message).toContain('radius is 0 for accept and the product’s own for reject');
  expect(issue?.message).toContain('of buttonText on button 21.00:1 for accept and 4.48:1 for reject in the light');
  expect(issue?.message).toContain('of button on paper 21.00:1 for accept and 1.00:1 for reject in the light');
  expect(issue?.message).toContain('15.91:1 for reject in the dark');
  const [plain] = issuesOf({ accept: { radius: '0' } });
  expect(plain?.message).not.toContain('contrast');
});

test.each([
  [
    { ink: 'light-dark(#777,#eee)' },
    'NOTICE_THEME_CONTRAST notice.theme.ink',
    'ink on paper has a contrast of 4.47:1 in the light; a text needs 4.5:1',
  ],
  [{ soft: 'light-dark(#555,#777)' }, 'NOTICE_THEME_CONTRAST notice.theme.soft', 'in the dark'],
  [{ buttonText: 'light-dark(#888,#222)' }, 'NOTICE_THEME_CONTRAST notice.theme.buttonText', 'buttonText on button'],
  [{ edge: 'light-dark(#aaa,#fff)' }, 'NOTICE_THEME_CONTRAST notice.theme.edge', 'the ring of the focus need 3:1'],
  [{ button: 'light-dark(#eee,#fff)', buttonText: '#000' }, 'NOTICE_THEME_CONTRAST notice.theme.edge', 'edge on paper'],
] as const)('N27 %j is too faint', (draft, code, words) => {
  const [issue, ...others] = issuesOf(draft);
  expect(`${issue?.code} ${issue?.path}`).toBe(code);
  expect(issue?.message).toContain(words);
  expect(others).toEqual([]);
});

const hostile = [
  '#fff;color:red',
  '#fff}body{display:none',
  'url(https://evil.example/)',
  'var(--x)',
  'rgb(0 0 0 / 10%)',
  'rgba(0,0,0,.1)',
  '#fff8',
  'transparent',
  'white',
  'currentcolor',
  'light-dark(#fff)',
  'light-dark(#fff,#000,#111)',
  'light-dark(light-dark(#fff,#000),#000)',
  'rgb(1, 2 3)',
  'rgb(1%,2,3)',
  'rgb(1,2)',
  'rgb(1,2,x)',
  'hsl(1,2,3)',
  'hsl(x 1% 2%)',
  'expression(1)',
  '</style><script>',
  '\\3b',
  '/**/',
  '',
  '#fff\n',
  `#${'f'.repeat(300)}`,
].filter((value) => value !== '#fff\n');

test.each(hostile)('N28 the colour %j is refused', (value) => {
  expect(codesOf({ paper: value })).toEqual(['NOTICE_THEME_VALUE notice.theme.paper']);
});

test.each([
  [{ border: '0' }, 'border'],
  [{ border: '9px' }, 'border'],
  [{ border: 'thin' }, 'border'],
  [{ radius: '-1px' }, 'radius'],
  [{ radius: '50%' }, 'radius'],
  [{ radius: 'calc(1px)' }, 'radius'],
  [{ font: 'serif;color:red' }, 'font'],
  [{ font: 'inherit' }, 'font'],
  [{ font: '"Open Sans' }, 'font'],
  [{ font: 'url(x)' }, 'font'],
  [{ font: 'a,,b' }, 'font'],
  [{ font: '3D' }, 'font'],
  [{ accept: { paper: '#fff' } }, 'accept.paper'],
  [{ reject: { font: '}' } }, 'reject.font'],
  [{ size: '20px' }, 'size'],
  [{ paper: 7 }, 'paper'],
  [{ accept: 'none' }, 'accept.0'],
])('N28 %j is refused', (draft, key) => {
  expect(codesOf(draft as ThemeDraft)[0]).toBe(`NOTICE_THEME_VALUE notice.theme.${key}`);
});

test('N28 fonts are names, in quotes where they are several words or not', () => {
  const compiled = compileTheme({ font: '"Open Sans 2", Noto Sans , sans-serif' });
  expect(compiled).toMatchObject({ ok: true, value: { font: '"Open Sans 2",Noto Sans,sans-serif' } });
});

test('N28 whatever the values are, no rule of the styles changes', () => {
  const rulesOf = (css: string): string => css.slice(css.indexOf('}}'));
  const usual = rulesOf(renderNoticeStyles('default'));
  const value = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'#0f(),%;{}<>/*"\'\\ abrghslik-') }),
    fc.constantFrom(...hostile, '#fff', 'serif'),
  );
  const look = fc.record({ button: value, buttonText: value, edge: value, radius: value, font: value }, { requiredKeys: [] });
  fc.assert(
    fc.property(
      fc.record({ paper: value, ink: value, font: value, radius: value, accept: look, reject: look }, { requiredKeys: [] }),
      (draft) => {
        const css = renderNoticeStyles(draft as ThemeDraft);
        expect(rulesOf(css)).toBe(usual);
        expect(css.slice(0, css.indexOf('}}'))).toMatch(
          /^@layer candor-notice\{:root\{(?:--candor-[a-z-]+:[^;{}<>\\]+;)+@media\(prefers-contrast:more\)\{[^{}]*$/,
        );
      },
    ),
    { numRuns: 500 },
  );
});

test('N29 contrast is that of WCAG 2', () => {
  const ratio = (one: string, other: string): number => {
    const [a, b] = [readColor(one), readColor(other)];
    return a === null || b === null ? 0 : contrastOf(a.light, b.light);
  };
  expect(ratio('#000', '#fff')).toBe(21);
  expect(ratio('#fff', '#fff')).toBe(1);
  expect(ratio('#767676', '#fff')).toBeCloseTo(4.54, 2);
  expect(ratio('#fff', '#767676')).toBe(ratio('#767676', '#fff'));
});

test.each([
  ['hsl(0 100% 50%)', '#f00'],
  ['hsl(120, 100%, 25%)', '#008000'],
  ['hsl(240deg 100% 50%)', '#00f'],
  ['hsl(-120 100% 50%)', '#00f'],
  ['hsl(210 50 40)', '#369'],
  ['rgb(100% 0% 20%)', '#f03'],
  ['rgb(300 -5 51)', '#f03'],
  ['RGB( 1 , 2 , 3 )', '#010203'],
  ['light-dark(rgb(0, 0, 0), hsl(0, 0%, 100%))', 'light-dark(#000,#fff)'],
])('N29 %s is %s', (text, css) => {
  const color = readColor(text);
  expect(color === null ? null : writeColor(color)).toBe(css);
});

test('N29 what is written is read back as the same', () => {
  const channel = fc.integer({ min: 0, max: 255 });
  const rgb = fc.tuple(channel, channel, channel);
  const color = fc.record({ light: rgb, dark: rgb }, { noNullPrototype: true });
  fc.assert(
    fc.property(color, (value) => {
      expect(readColor(writeColor(value))).toEqual(value);
    }),
  );
});
