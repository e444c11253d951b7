// A theme of the site's own, held to two things: both answers look the same, and everything can be read, in the light and in the dark.
import type { Issue, Result } from '../base/result.ts';
import { fail, succeed } from '../base/result.ts';
import type { ThemeDraft } from '../declaration/types.ts';
import type { Color } from './color.ts';
import { contrastOf, readColor } from './color.ts';
import type { Theme } from './theme.ts';
import { defaultTheme } from './theme.ts';
import type { ThemeValue, ThemeValues } from './theme-values.ts';
import { lookKeys, paperKeys, readValues } from './theme-values.ts';

const root = 'notice.theme';
const sides = ['light', 'dark'] as const;
const black: Color = { light: [0, 0, 0], dark: [0, 0, 0] };

/**
 * The theme, or why it is none: `NOTICE_THEME_VALUE` for what cannot be read, `NOTICE_THEME_UNEQUAL` where the two answers differ,
 * with every difference and what it does to the contrasts, `NOTICE_THEME_CONTRAST` for what is too faint.
 */
export function compileTheme(draft: ThemeDraft): Result<Theme> {
  const { accept = {}, reject = {}, ...shared } = draft;
  const all = readValues(shared, [...paperKeys, ...lookKeys], root);
  const [yes, no] = [readValues(Object(accept), lookKeys, `${root}.accept`), readValues(Object(reject), lookKeys, `${root}.reject`)];
  const unread = [all, yes, no].flatMap(({ issues }) => issues);
  if (unread.length > 0) return fail(...unread);
  const base = { ...defaults, ...all.values };
  const answers = { accept: withEdge({ ...base, ...yes.values }), reject: withEdge({ ...base, ...no.values }) };
  const issues = [...compare(answers.accept, answers.reject), ...checkContrasts(answers.accept)];
  return issues.length > 0 ? fail(...issues) : succeed(toTheme({ ...base, ...yes.values }));
}

const defaults: ThemeValues = Object.fromEntries(Object.entries(defaultTheme).map(([key, css]) => [key, { css, color: readColor(css) }]));

// Without an edge of its own a button ends where its colour does.
function withEdge(values: ThemeValues): ThemeValues {
  return { ...values, edge: values['edge'] ?? values['button'] ?? { css: '', color: null } };
}

function toTheme(values: ThemeValues): Theme {
  const css = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.css]));
  return { ...defaultTheme, ...css };
}

function compare(accept: ThemeValues, reject: ThemeValues): readonly Issue[] {
  const differing = lookKeys.filter((key) => accept[key]?.css !== reject[key]?.css);
  if (differing.length === 0) return [];
  const said = (value: ThemeValue | undefined): string => value?.css ?? 'the product’s own';
  const differences = differing.map((key) => `${key} is ${said(accept[key])} for accept and ${said(reject[key])} for reject`);
  const colored = differing.some((key) => accept[key]?.color != null || reject[key]?.color != null);
  const ratios = colored
    ? [`contrast ${describeRatios(accept, reject, 'buttonText', 'button')}`, describeRatios(accept, reject, 'button', 'paper')]
    : [];
  return [
    {
      code: 'NOTICE_THEME_UNEQUAL',
      path: root,
      message: `Accept and reject must look the same: ${[...differences, ...ratios].join('; ')}`,
      hint: `Give ${differing.map((key) => `"${key}"`).join(', ')} once, in the theme itself, for both answers`,
      severity: 'error',
    },
  ];
}

function describeRatios(accept: ThemeValues, reject: ThemeValues, upper: string, lower: string): string {
  const ratios = sides.map((side) => {
    const [one, other] = [accept, reject].map((values) => ratioOf(values, upper, lower, side).toFixed(2));
    return `${one}:1 for accept and ${other}:1 for reject in the ${side}`;
  });
  return `of ${upper} on ${lower} ${ratios.join(', ')}`;
}

function ratioOf(values: ThemeValues, upper: string, lower: string, side: 'light' | 'dark'): number {
  return contrastOf((values[upper]?.color ?? black)[side], (values[lower]?.color ?? black)[side]);
}

const needs: readonly (readonly [upper: string, lower: string, least: number, what: string])[] = [
  ['ink', 'paper', 4.5, 'a text needs'],
  ['soft', 'paper', 4.5, 'a text needs'],
  ['buttonText', 'button', 4.5, 'a text needs'],
  ['edge', 'paper', 3, 'the edge of a button and the ring of the focus need'],
];

function checkContrasts(values: ThemeValues): readonly Issue[] {
  return needs.flatMap(([upper, lower, least, what]) =>
    sides.flatMap((side): readonly Issue[] => {
      const ratio = ratioOf(values, upper, lower, side);
      if (ratio >= least) return [];
      // Rounded down, so that 4.499 does not read as enough.
      const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
      const message = `${upper} on ${lower} has a contrast of ${shown}:1 in the ${side}; ${what} ${least}:1`;
      const hint = 'Make one of the two darker or lighter; light-dark() gives each side its own colour';
      return [{ code: 'NOTICE_THEME_CONTRAST', path: `${root}.${upper}`, message, hint, severity: 'error' }];
    }),
  );
}
