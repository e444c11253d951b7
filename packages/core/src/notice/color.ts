// Colours that a theme may be written in, read into numbers: what cannot be computed cannot be promised to be readable.

/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** An opaque colour in the light and in the dark. */
export type Color = { readonly light: Rgb; readonly dark: Rgb };

const longest = 100;
const number = /^[+-]?(?:\d+|\d*\.\d+)$/;

/** Reads hex of three or six digits, `rgb()`, `hsl()`, and `light-dark()` of two of these; null for anything else. */
export function readColor(text: string): Color | null {
  const value = text.trim().toLowerCase();
  if (value.length > longest) return null;
  const inner = /^light-dark\((.*)\)$/.exec(value)?.[1];
  if (inner === undefined) return pair(readPlain(value), readPlain(value));
  const comma = outerComma(inner);
  return comma < 0 ? null : pair(readPlain(inner.slice(0, comma).trim()), readPlain(inner.slice(comma + 1).trim()));
}

/** The colour as CSS: hex, or `light-dark()` of two. */
export function writeColor({ light, dark }: Color): string {
  const [first, second] = [hexOf(light), hexOf(dark)];
  return first === second ? first : `light-dark(${first},${second})`;
}

/** The contrast ratio of WCAG 2, from 1 to 21. */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function pair(light: Rgb | null, dark: Rgb | null): Color | null {
  return light === null || dark === null ? null : { light, dark };
}

function outerComma(text: string): number {
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) return index;
  }
  return -1;
}

function readPlain(value: string): Rgb | null {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(value)?.[1];
  if (digits !== undefined) return readHex(digits);
  const [, name, inner = ''] = /^(rgb|hsl)\(([^()]*)\)$/.exec(value) ?? [];
  if (name === undefined) return null;
  const legacy = inner.includes(',');
  const parts = legacy ? inner.split(',').map((part) => part.trim()) : inner.trim().split(/\s+/);
  if (parts.length !== 3) return null;
  return name === 'rgb' ? readRgb(parts, legacy) : readHsl(parts, legacy);
}

function readHex(digits: string): Rgb {
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return toRgb([0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)));
}

// With commas, all three are numbers or all three are percentages.
function readRgb(parts: readonly string[], legacy: boolean): Rgb | null {
  const percentages = parts.filter((part) => part.endsWith('%')).length;
  if (legacy && percentages % 3 !== 0) return null;
  const values = parts.map((part) => (part.endsWith('%') ? readNumber(part.slice(0, -1)) * 2.55 : readNumber(part)));
  return values.some(Number.isNaN) ? null : toRgb(values);
}

function readHsl([hue = '', ...others]: readonly string[], legacy: boolean): Rgb | null {
  if (legacy && !others.every((part) => part.endsWith('%'))) return null;
  const turn = readNumber(hue.endsWith('deg') ? hue.slice(0, -3) : hue);
  const [saturation = Number.NaN, lightness = Number.NaN] = others.map((part) => readNumber(part.replace(/%$/, '')));
  if ([turn, saturation, lightness].some(Number.isNaN)) return null;
  const [s, l] = [clamp(saturation, 100) / 100, clamp(lightness, 100) / 100];
  const channel = (shift: number): number => {
    const at = (((shift + turn / 30) % 12) + 12) % 12;
    return 255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  };
  return toRgb([channel(0), channel(8), channel(4)]);
}

function readNumber(text: string): number {
  return number.test(text) ? Number(text) : Number.NaN;
}

function toRgb([red = 0, green = 0, blue = 0]: readonly number[]): Rgb {
  return [Math.round(clamp(red, 255)), Math.round(clamp(green, 255)), Math.round(clamp(blue, 255))];
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}

function hexOf(color: Rgb): string {
  const pairs = color.map((value) => value.toString(16).padStart(2, '0'));
  const short = pairs.every((digits) => digits[0] === digits[1]);
  return `#${pairs.map((digits) => (short ? digits.slice(1) : digits)).join('')}`;
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
