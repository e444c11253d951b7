// Bars drawn on the server. Each chart stands beside a table with the same numbers, so it is hidden from screen readers.
import type { Html } from '@candor/core';
import { html } from '@candor/core';

/** One bar: what it stands for, its number, and the words for both. */
export type Bar = { readonly label: string; readonly value: number; readonly title: string };

const tall = 100;
const wide = 10;

/** A column chart that fills its place at any width, with the greatest value above and the first and last label below. */
export function renderBars(bars: readonly Bar[], writeNumber: (value: number) => string): Html {
  const greatest = Math.max(1, ...bars.map((bar) => bar.value));
  const columns = bars.map((bar, index) => {
    // A day without anything is a mark on the floor, so that it reads as zero and not as missing.
    const height = bar.value > 0 ? Math.max(1, (tall * bar.value) / greatest) : 1;
    const kind = bar.value > 0 ? null : html` class="ground"`;
    return html`<rect${kind} x="${index * wide + 1.5}" y="${(tall - height).toFixed(2)}" width="${wide - 3}" height="${height.toFixed(2)}"><title>${bar.title}</title></rect>`;
  });
  return html`<div class="chart" aria-hidden="true"><p class="axis"><span>${writeNumber(greatest)}</span></p><svg viewBox="0 0 ${bars.length * wide} ${tall}" preserveAspectRatio="none" focusable="false">${columns}</svg><p class="axis"><span>${bars[0]?.label}</span><span>${bars.at(-1)?.label}</span></p></div>`;
}

/** A small horizontal bar for a share of a whole, 0 to 1. */
export function renderShare(share: number): Html {
  const filled = Math.round(100 * Math.min(1, Math.max(0, share)));
  return html`<svg class="share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="ground" width="100" height="6"/><rect width="${filled}" height="6"/></svg>`;
}
