// Lines over time. The lines stretch with the page, the texts and the dots do not.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { Language } from '../catalog/dataset.ts';
import { formatMonth, formatNumber } from '../words/format.ts';
import { axisTicks } from './scale.ts';
import type { Series } from './series.ts';

const plotTop = 12;
const plotHeight = 230;
const wholeHeight = plotTop + plotHeight + 34;

type Frame = { readonly times: readonly string[]; readonly low: number; readonly high: number };

function acrossPercent(frame: Frame, at: string): number {
  const last = Math.max(frame.times.length - 1, 1);
  return Number(((frame.times.indexOf(at) / last) * 98 + 1).toFixed(2));
}

function downShare(frame: Frame, value: number): number {
  return 1 - (value - frame.low) / (frame.high - frame.low || 1);
}

function heightOf(frame: Frame, value: number): string {
  return (plotTop + downShare(frame, value) * plotHeight).toFixed(1);
}

function renderGrid(frame: Frame, ticks: readonly number[]): Html {
  const lines = ticks.map((tick) => {
    const y = heightOf(frame, tick);
    return html`<line class="chart-grid" x1="0" x2="100%" y1="${y}" y2="${y}"/>`;
  });
  return html`${lines}`;
}

// A picture of its own beside the plot, as wide as its numbers need whatever the width of the page.
function renderAxis(frame: Frame, ticks: readonly number[], language: Language): Html {
  const digits = ticks.some((tick) => !Number.isInteger(tick)) ? 1 : 0;
  const numbers = ticks.map(
    (tick) =>
      html`<text x="100%" y="${Number(heightOf(frame, tick)) + 4}" text-anchor="end">${formatNumber(tick, language, digits)}</text>`,
  );
  return html`<svg class="chart-axis" aria-hidden="true" width="100%" height="${wholeHeight}">${numbers}</svg>`;
}

// First, last and three between, of which a phone shows only the one in the middle.
function renderTimes(frame: Frame, language: Language): Html {
  const last = frame.times.length - 1;
  const shown = [...new Set([0, 1, 2, 3, 4].map((part) => Math.floor((part * last) / 4)))];
  const labels = shown.map((index, place) => {
    const time = frame.times[index] ?? '';
    const [anchor, x] = index === 0 ? ['start', 0] : index === last ? ['end', 100] : ['middle', acrossPercent(frame, time)];
    const rank = shown.length === 5 && place % 2 === 1 ? 'chart-tick minor' : 'chart-tick';
    const text = time.length === 7 ? formatMonth(time, language) : time;
    return html`<text class="${rank}" x="${x}%" y="${plotTop + plotHeight + 24}" text-anchor="${anchor}">${text}</text>`;
  });
  return html`${labels}`;
}

function renderLine(frame: Frame, series: Series, index: number): Html {
  const points = series.points
    .map((point) => `${acrossPercent(frame, point.at)},${(downShare(frame, point.value) * 100).toFixed(2)}`)
    .join(' ');
  const dots = series.points.map(
    (point) =>
      html`<circle class="chart-dot series-${index}" cx="${acrossPercent(frame, point.at)}%" cy="${heightOf(frame, point.value)}" r="3.5"/>`,
  );
  return html`<svg x="0" y="${plotTop}" width="100%" height="${plotHeight}" viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible"><polyline class="chart-line series-${index}" points="${points}" vector-effect="non-scaling-stroke"/></svg>${dots}`;
}

/** Lines as SVG; `label` names the picture for those who do not see it. */
export function renderLineChart(series: readonly Series[], label: string, language: Language): Html {
  const times = [...new Set(series.flatMap((line) => line.points.map((point) => point.at)))].sort();
  const ticks = axisTicks(series.flatMap((line) => line.points.map((point) => point.value)));
  const frame: Frame = { times, low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1 };
  const lines = series.map((line, index) => renderLine(frame, line, index));
  return html`<div class="chart-plot">${renderAxis(frame, ticks, language)}<svg class="chart" role="img" aria-label="${label}" width="100%" height="${wholeHeight}">${renderGrid(frame, ticks)}${renderTimes(frame, language)}${lines}</svg></div>`;
}
