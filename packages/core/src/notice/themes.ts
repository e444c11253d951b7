// The colours of a notice. Accept and reject always share one pair of them, so no theme can favour an answer.

/** Colours as CSS values; `button` and `buttonText` are those of every answer. */
export type ThemeTokens = {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly button: string;
  readonly buttonText: string;
};

const plain: ThemeTokens = {
  paper: 'light-dark(#fff,#1c1f25)',
  ink: 'light-dark(#1d2126,#ecebe7)',
  soft: 'light-dark(#565d68,#abb0b8)',
  line: 'light-dark(#c9c7c0,#454a55)',
  button: 'light-dark(#0b5563,#7fd0de)',
  buttonText: 'light-dark(#fff,#0d1b1e)',
};

const themes: ReadonlyMap<string, ThemeTokens> = new Map([
  ['default', plain],
  ['ink', { ...plain, button: 'light-dark(#1d2126,#ecebe7)', buttonText: 'light-dark(#fff,#15171b)' }],
  [
    'contrast',
    {
      paper: 'light-dark(#fff,#000)',
      ink: 'light-dark(#000,#fff)',
      soft: 'light-dark(#000,#fff)',
      line: 'light-dark(#000,#fff)',
      button: 'light-dark(#000,#fff)',
      buttonText: 'light-dark(#fff,#000)',
    },
  ],
]);

/** Names of the themes there are. */
export const themeNames: readonly string[] = [...themes.keys()];

/** The colours of a theme; an unknown name is answered by the default ones. */
export function findTheme(name: string): ThemeTokens {
  return themes.get(name) ?? plain;
}
