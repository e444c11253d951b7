// What a theme consists of once it is compiled.

/**
 * Values of CSS. `button` and what follows belong to every answer: there is no place for a value of one answer.
 * Without `edge` buttons have the outline of their own colour; without the last three, the product's own.
 */
export type Theme = {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly button: string;
  readonly buttonText: string;
  readonly edge?: string;
  readonly border?: string;
  readonly radius?: string;
  readonly font?: string;
};

/** The product's own look. */
export const defaultTheme: Theme = {
  paper: 'light-dark(#fff,#222)',
  ink: 'light-dark(#222,#eee)',
  soft: 'light-dark(#555,#bbb)',
  line: 'light-dark(#ccc,#555)',
  button: 'light-dark(#056,#7cd)',
  buttonText: 'light-dark(#fff,#222)',
};
