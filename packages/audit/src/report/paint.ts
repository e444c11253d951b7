// ANSI styles, or none.

/** The styles a report uses. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green';

/** Puts a text in a style. */
export type Paint = (style: Style, text: string) => string;

const codes: { readonly [S in Style]: string } = { bold: '1', dim: '2', red: '31', yellow: '33', green: '32' };

/** With ANSI styles. */
export const painted: Paint = (style, text) => `\u001b[${codes[style]}m${text}\u001b[0m`;

/** As it is. */
export const plain: Paint = (_style, text) => text;
