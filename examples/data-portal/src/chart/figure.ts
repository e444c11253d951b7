// A dataset's chart with its caption, its legend and the same numbers as a table.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { Dataset, Language } from '../catalog/dataset.ts';
import { formatMonth, formatNumber, say } from '../words/format.ts';
import { dictionaryFor } from '../words/language.ts';
import { renderBarChart } from './bar-chart.ts';
import { renderLineChart } from './line-chart.ts';
import type { Series } from './series.ts';
import { chartSeries } from './series.ts';

function showTime(at: string, language: Language): string {
  return /^\d{4}-\d\d$/.test(at) ? formatMonth(at, language) : at;
}

function renderNumbers(dataset: Dataset, series: readonly Series[], language: Language): Html {
  const words = dictionaryFor(language).dataset;
  const measure = { count: words.count, sum: words.total, average: words.mean }[dataset.chart.aggregate];
  const heads = series.map((line) => html`<th scope="col" class="number">${line.name === '' ? measure : line.name}</th>`);
  const times = [...new Set(series.flatMap((line) => line.points.map((point) => point.at)))];
  const rows = times.map((at) => {
    const cells = series.map((line) => {
      const point = line.points.find((candidate) => candidate.at === at);
      return html`<td class="number">${point === undefined ? '' : formatNumber(point.value, language, 1)}</td>`;
    });
    return html`<tr><th scope="row">${showTime(at, language)}</th>${cells}</tr>`;
  });
  const group = dataset.fields.find((field) => field.name === dataset.chart.group);
  return html`<details class="chart-data"><summary>${words.chartData}</summary>
    <div class="table-scroll" role="group" aria-label="${words.chartData}" tabindex="0"><table><caption class="visually-hidden">${say(dataset.chart.title, language)}</caption>
    <thead><tr><th scope="col">${group === undefined ? '' : say(group.label, language)}</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

/** The figure of a dataset page. */
export function renderChartFigure(dataset: Dataset, language: Language): Html {
  const series = chartSeries(dataset);
  const title = say(dataset.chart.title, language);
  const [first] = series;
  const field = dataset.fields.find((candidate) => candidate.name === dataset.chart.value);
  const unit = field?.unit === undefined ? null : html` <span class="unit">${field.unit}</span>`;
  const picture =
    dataset.chart.kind === 'bar' && first !== undefined ? renderBarChart(first, title, language) : renderLineChart(series, title, language);
  const legend =
    series.length < 2
      ? null
      : html`<ul class="legend" role="list">${series.map((line, index) => html`<li class="series-${index}">${line.name}</li>`)}</ul>`;
  return html`<figure class="panel chart-figure"><figcaption>${title}${unit}</figcaption>${legend}${picture}${renderNumbers(dataset, series, language)}</figure>`;
}
