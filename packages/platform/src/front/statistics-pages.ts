// The public statistics: the numbers, the rule under which they are counted, and the way to object.
import type { Html, HtmlValue } from '@candor/core';
import { html } from '@candor/core';
import { publicPage } from '../page/public-page.ts';
import { renderFacts } from '../page/table.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';
import type { Words } from '../words/english.ts';
import type { MeasurementRule } from './measurement-rule.ts';
import { measurementRule } from './measurement-rule.ts';
import { compileVisitPolicy } from './policy-pages.ts';
import { readStatistics, renderStatistics } from './statistics-view.ts';

/** `statistics`. What it says of the visitor makes it personal. */
export function createStatisticsRoutes(site: Site): readonly Route[] {
  return [{ method: 'GET', path: 'statistics', personal: true, answer: (visit) => showStatistics(site, visit) }];
}

async function showStatistics(site: Site, visit: Visit): Promise<Response> {
  const { words, writing } = visit;
  const rule = measurementRule(site, visit);
  const statistics = await readStatistics(site);
  const numbers =
    statistics === 'none'
      ? html`<p class="note">${words.statisticsNone}</p>`
      : statistics === 'failing'
        ? html`<p class="note warn">${words.statisticsFailing}</p>`
        : html`<h2>${words.statisticsPeriod(writing.day(statistics.from), writing.day(statistics.to))}</h2>${renderStatistics(visit, statistics)}`;
  const lead = rule !== null && rule.tier === 'A' && html`<p class="lead">${words.statisticsLead}</p>`;
  const main = html`<div class="stack"><h1>${words.statisticsTitle}</h1>${lead}${numbers}${rule && renderRule(site, visit, rule)}</div>`;
  return publicPage(site, visit, { title: words.statisticsTitle, main });
}

function renderRule(site: Site, visit: Visit, rule: MeasurementRule): Html {
  const { words } = visit;
  const policy = compileVisitPolicy(site, visit);
  return html`<h2 id="rule">${words.statisticsExemption}</h2>
${renderFacts([
  [words.statisticsTier, tierWords(words, rule.tier)],
  [words.statisticsProfile, policy.profile.name],
  [words.statisticsBasis, words.basis[rule.basis.kind]],
  ...groundFacts(visit, rule),
])}
<div class="panels">
<section class="panel" aria-labelledby="object"><h2 id="object">${words.objectTitle}</h2>${renderObjection(site, visit, rule)}</section>
<section class="panel" aria-labelledby="gpc"><h2 id="gpc">${words.gpcTitle}</h2><p>${signalText(visit, rule)}</p></section>
</div>`;
}

function groundFacts({ words, writing }: Visit, { basis }: MeasurementRule): readonly (readonly [string, HtmlValue])[] {
  if (basis.kind === 'consent') return [];
  const { source, asOf, verified } = basis.because;
  const link = /^https:\/\//.test(source) ? html`<a href="${source}" rel="noreferrer">${source}</a>` : source;
  const dated = html`${link} <small>${words.statisticsAsOf(writing.day(asOf))}${!verified && ` · ${words.statisticsUnverified}`}</small>`;
  return [
    [words.statisticsGround, groundText(words, basis.ground)],
    [words.statisticsSource, dated],
  ];
}

function groundText(words: Words, ground: string): string {
  return Object.entries(words.grounds).find(([id]) => id === ground)?.[1] ?? ground;
}

function tierWords(words: Words, tier: MeasurementRule['tier']): string {
  return { A: words.tierA, B: words.tierB, C: words.tierC, none: words.tierNone }[tier];
}

function renderObjection(site: Site, visit: Visit, { purpose, basis, decision }: MeasurementRule): Html {
  const { words } = visit;
  const change = html`<p><a href="${site.prefix}/preferences">${words.objectUndo}</a></p>`;
  if (decision?.state === 'objected' || decision?.state === 'denied') return html`<p role="status">${words.objectedText}</p>${change}`;
  // What is exempt or asked for is not objected to here; the preference centre says what can be done about it.
  if (basis.kind === 'consent' || basis.kind === 'exempt' || decision?.allowed !== true) return change;
  return html`<p>${words.objectText}</p>
<form class="actions" method="post" action="${site.prefix}/preferences"><input type="hidden" name="purpose" value="${purpose}"><input type="hidden" name="language" value="${visit.language}"><input type="hidden" name="return" value="${site.prefix}/statistics#object"><button class="main" name="do" value="object" data-candor="object">${words.objectButton}</button></form>`;
}

function signalText({ words, context }: Visit, { decision, signalStops }: MeasurementRule): string {
  if (!signalStops) return words.gpcRecorded;
  if (!context.gpc) return words.gpcWould;
  return decision?.allowed === true ? words.gpcChosen : words.gpcHeeded;
}
