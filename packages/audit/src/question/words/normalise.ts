// Words as they are compared: without case, marks, punctuation and the letters that keyboards and fonts write in two ways.

const twins: { readonly [letter: string]: string } = { ı: 'i', ł: 'l', đ: 'd', ø: 'o', ß: 'ss', ё: 'е', ħ: 'h' };

// Between letters that need spaces and letters that do not: a Latin word in a Japanese label is a word.
const seams =
  /(?<=[\p{Script=Latin}\p{N}])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])(?=[\p{Script=Latin}\p{N}])/gu;

/** The text in lower case, with single spaces where there was anything but letters and digits. `keep` are signs that stay. */
export function normalise(text: string, keep = ''): string {
  const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
  const other = new RegExp(`[^\\p{L}\\p{N}${keep}]+`, 'gu');
  return plain
    .replace(/[ıłđøßёħ]/g, (letter) => twins[letter] ?? letter)
    .replace(other, ' ')
    .replace(seams, ' ')
    .trim();
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whether a text is written in a script whose words are not told apart by spaces. */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}

/** How much there is to read: words, or for scripts without spaces half the letters. */
export function countWords(normalised: string): number {
  if (normalised === '') return 0;
  if (!isUnspaced(normalised)) return normalised.split(' ').length;
  return Math.ceil(normalised.replaceAll(' ', '').length / 2);
}
