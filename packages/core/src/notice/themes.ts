// The themes there are. Accept and reject always share one set of values, so no theme can favour an answer.
import type { ThemeDraft } from '../declaration/types.ts';
import { compileTheme } from './compile-theme.ts';
import type { Theme } from './theme.ts';
import { defaultTheme } from './theme.ts';

/** What a declaration or a caller says of the theme: a name, or a theme of the site's own. */
export type ThemeChoice = string | ThemeDraft;

const contrast: Theme = {
  paper: 'light-dark(#fff,#000)',
  ink: 'light-dark(#000,#fff)',
  soft: 'light-dark(#000,#fff)',
  line: 'light-dark(#000,#fff)',
  button: 'light-dark(#000,#fff)',
  buttonText: 'light-dark(#fff,#000)',
};

const themes: ReadonlyMap<string, Theme> = new Map([
  ['default', defaultTheme],
  ['ink', { ...defaultTheme, button: 'light-dark(#222,#eee)', buttonText: 'light-dark(#fff,#222)' }],
  ['contrast', contrast],
]);

/** Names of the themes there are. */
export const themeNames: readonly string[] = [...themes.keys()];

/** The values of a theme; an unknown name, or a theme that is refused, is answered by the default ones. */
export function findTheme(choice: ThemeChoice): Theme {
  if (typeof choice === 'string') return themes.get(choice) ?? defaultTheme;
  const compiled = compileTheme(choice);
  return compiled.ok ? compiled.value : defaultTheme;
}
