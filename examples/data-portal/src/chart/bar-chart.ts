// Horizontal bars. Widths are percentages and texts are not scaled, so that it reads the same on a phone.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { Language } from '../catalog/dataset.ts';
import { formatNumber } from '../words/format.ts';
import type { Series } from './series.ts';

const rowHeight = 46;

/** Bars as SVG; `label` names the picture for those who do not see it. */
export function renderBarChart(series: Series, label: string, language: Language): Html {
  const largest = Math.max(...series.points.map((point) => point.value), 1);
  const bars = series.points.map((point, index) => {
    const top = index * rowHeight;
    const width = `${((point.value / largest) * 100).toFixed(2)}%`;
    return html`<text class="chart-label" x="0" y="${top + 16}">${point.at}</text>
      <text class="chart-value" x="100%" y="${top + 16}" text-anchor="end">${formatNumber(point.value, language)}</text>
      <rect class="chart-track" x="0" y="${top + 23}" width="100%" height="12" rx="6"/>
      <rect class="chart-bar" x="0" y="${top + 23}" width="${width}" height="12" rx="6"/>`;
  });
  return html`<svg class="chart" role="img" aria-label="${label}" width="100%" height="${series.points.length * rowHeight}" direction="ltr">${bars}</svg>`;
}
