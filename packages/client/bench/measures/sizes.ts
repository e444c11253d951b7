// Compressed sizes, and markup taken apart.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Bytes as they are and compressed as hard as can be. */
export type Size = { readonly bytes: number; readonly brotli: number; readonly gzip: number };

/** What a file is to the page. */
export type Kind = 'state' | 'script' | 'style' | 'html' | 'other';

/** Brotli 11 and gzip 9 of one stream; nothing of nothing. */
export function sizeOf(text: string | Buffer): Size {
  const data = typeof text === 'string' ? new TextEncoder().encode(text) : Uint8Array.from(text);
  if (data.length === 0) return { bytes: 0, brotli: 0, gzip: 0 };
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length };
  return { bytes: data.length, brotli: brotliCompressSync(data, { params }).length, gzip: gzipSync(data, { level: 9 }).length };
}

/** Sizes added up. */
export function addSizes(sizes: readonly Size[]): Size {
  const sum = (pick: (size: Size) => number): number => sizes.reduce((all, size) => all + pick(size), 0);
  return { bytes: sum(({ bytes }) => bytes), brotli: sum(({ brotli }) => brotli), gzip: sum(({ gzip }) => gzip) };
}

const parts = /(<script\b[^>]*>)([\s\S]*?)<\/script>|<style\b[^>]*>([\s\S]*?)<\/style>/gi;

/** Markup taken apart: data blocks, scripts, styles, and the rest. */
export function takeApart(markup: string): { readonly [K in Exclude<Kind, 'other'>]: string } {
  const found = { state: '', script: '', style: '' };
  const html = markup.replace(parts, (_all: string, tag: string | undefined, body: string | undefined, style: string | undefined) => {
    if (style !== undefined) found.style += style;
    else if (/type="?application\/json/.test(tag ?? '')) found.state += body ?? '';
    else found.script += body ?? '';
    return '';
  });
  return { ...found, html };
}
