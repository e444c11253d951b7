// Bars drawn on the server. Each chart stands beside a table with the same numbers, so it is hidden from screen readers.
import type { Html } from '@candor/core';
import { html } from '@candor/core';

/** One bar: what it stands for, its number, and the words for both. */
export type Bar = { readonly label: string; readonly value: number; readonly title: string };

const width = 720;
const height = 200;
const floor = 172;
const roof = 22;

/** A column chart with the greatest value and the first and last label written out. */
export function renderBars(bars: readonly Bar[], writeNumber: (value: number) => string): Html {
  const greatest = Math.max(1, ...bars.map((bar) => bar.value));
  const step = width / Math.max(1, bars.length);
  const columns = bars.map((bar, index) => {
    const tall = Math.round(((floor - roof) * bar.value) / greatest);
    const x = (index * step + step * 0.14).toFixed(1);
    const wide = (step * 0.72).toFixed(1);
    return bar.value > 0
      ? html`<rect x="${x}" y="${floor - tall}" width="${wide}" height="${tall}" rx="2"><title>${bar.title}</title></rect>`
      : html`<rect class="ground" x="${x}" y="${floor - 2}" width="${wide}" height="2"><title>${bar.title}</title></rect>`;
  });
  return html`<svg class="bars" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false"><line x1="0" y1="${roof}" x2="${width}" y2="${roof}"/><line x1="0" y1="${floor}" x2="${width}" y2="${floor}"/><text x="0" y="${roof - 7}">${writeNumber(greatest)}</text><text x="0" y="${height - 8}">${bars[0]?.label}</text><text x="${width}" y="${height - 8}" text-anchor="end">${bars.at(-1)?.label}</text>${columns}</svg>`;
}

/** A small horizontal bar for a share of a whole, 0 to 1. */
export function renderShare(share: number): Html {
  const wide = Math.round(100 * Math.min(1, Math.max(0, share)));
  return html`<svg class="share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="ground" width="100" height="6" rx="3"/><rect width="${wide}" height="6" rx="3"/></svg>`;
}
