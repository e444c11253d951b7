// Lines over time. The lines stretch with the page, the texts and the dots do not.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { Language } from '../catalog/dataset.ts';
import { formatMonth, formatNumber } from '../words/format.ts';
import { axisTicks } from './scale.ts';
import type { Series } from './series.ts';

const plotTop = 22;
const plotHeight = 220;
const mostLabels = 5;

type Frame = { readonly times: readonly string[]; readonly low: number; readonly high: number };

function acrossPercent(frame: Frame, at: string): number {
  const last = Math.max(frame.times.length - 1, 1);
  return Number(((frame.times.indexOf(at) / last) * 98 + 1).toFixed(2));
}

function downShare(frame: Frame, value: number): number {
  return 1 - (value - frame.low) / (frame.high - frame.low || 1);
}

function renderGrid(frame: Frame, ticks: readonly number[], language: Language): Html {
  const digits = ticks.some((tick) => !Number.isInteger(tick)) ? 1 : 0;
  const lines = ticks.map((tick) => {
    const y = (plotTop + downShare(frame, tick) * plotHeight).toFixed(1);
    return html`<line class="chart-grid" x1="0" x2="100%" y1="${y}" y2="${y}"/><text class="chart-tick" x="0" y="${Number(y) - 5}">${formatNumber(tick, language, digits)}</text>`;
  });
  return html`${lines}`;
}

function renderTimes(frame: Frame, language: Language): Html {
  const last = frame.times.length - 1;
  const step = Math.max(1, Math.ceil(last / (mostLabels - 1)));
  const labels = frame.times.map((time, index) => {
    if ((last - index) % step !== 0 || (index < step && index !== 0 && last % step !== 0)) return null;
    const anchor = index === 0 ? 'start' : index === last ? 'end' : 'middle';
    const x = index === 0 ? 0 : index === last ? 100 : acrossPercent(frame, time);
    return html`<text class="chart-tick" x="${x}%" y="${plotTop + plotHeight + 24}" text-anchor="${anchor}">${time.length === 7 ? formatMonth(time, language) : time}</text>`;
  });
  return html`${labels}`;
}

function renderLine(frame: Frame, series: Series, index: number): Html {
  const points = series.points
    .map((point) => `${acrossPercent(frame, point.at)},${(downShare(frame, point.value) * 100).toFixed(2)}`)
    .join(' ');
  const dots = series.points.map(
    (point) =>
      html`<circle class="chart-dot series-${index}" cx="${acrossPercent(frame, point.at)}%" cy="${(plotTop + downShare(frame, point.value) * plotHeight).toFixed(1)}" r="3.5"/>`,
  );
  return html`<svg x="0" y="${plotTop}" width="100%" height="${plotHeight}" viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible"><polyline class="chart-line series-${index}" points="${points}" vector-effect="non-scaling-stroke"/></svg>${dots}`;
}

/** Lines as SVG; `label` names the picture for those who do not see it. */
export function renderLineChart(series: readonly Series[], label: string, language: Language): Html {
  const times = [...new Set(series.flatMap((line) => line.points.map((point) => point.at)))].sort();
  const ticks = axisTicks(series.flatMap((line) => line.points.map((point) => point.value)));
  const frame: Frame = { times, low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1 };
  const lines = series.map((line, index) => renderLine(frame, line, index));
  return html`<svg class="chart" role="img" aria-label="${label}" width="100%" height="${plotTop + plotHeight + 34}" direction="ltr">${renderGrid(frame, ticks, language)}${renderTimes(frame, language)}${lines}</svg>`;
}
