// Our markup in ASCII, so that it reads the same in whatever encoding the page is in.

/** Markup whose other characters are character references. */
export function asciiMarkup(markup: string): string {
  return markup.replace(/[^\x00-\x7f]/gu, (character) => `&#${character.codePointAt(0) ?? 0xfffd};`);
}

/** JSON for a data block in a page: ASCII, and nothing in it can end the script element. */
export function asciiJson(json: string): string {
  return json.replace(/[^\x00-\x7f]|</g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** CSS whose other characters are escapes; in CSS they stand in strings and names only. It cannot end its element. */
export function asciiCss(css: string): string {
  return css.replace(/[^\x00-\x7f]/gu, (character) => `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `).replace(/<\//g, '<\\/');
}
