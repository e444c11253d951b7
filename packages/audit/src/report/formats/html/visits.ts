// What was looked at, what was not, and what was seen on the way: the part that tells how much the conclusion is worth.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import { askedOfPeople, unjudgedRules } from '../../../rules/catalogue.ts';
import { renderSeconds } from '../../../rules/duration.ts';
import type { AuditReport, StateReport } from '../../report.ts';
import { nameOfState } from '../../words.ts';
import { renderCode, renderId, renderList, renderTable, renderWords } from './parts.ts';

/** The states, the rules that nobody judged, and the questions that only a person can answer. */
export function renderVisits({ states }: AuditReport): Html {
  const rows = states.map(({ state, status, note, pages, requests, cookies, storage, otherHosts }) => [
    nameOfState(state),
    html`<span class="mark ${status}">${statusWords[status]}</span>${note !== null && html` ${renderWords(note)}`}`,
    pages.length,
    requests,
    cookies.length,
    storage.length,
    otherHosts.length,
  ]);
  const columns = ['Visit', 'How it went', 'Pages', 'Requests', 'Cookies', 'Other stored names', 'Other hosts'];
  const unjudged = unjudgedRules();
  const questions = askedOfPeople();
  return html`<section aria-labelledby="visits"><h2 id="visits">What was looked at, and what was not</h2>
<p>Each visit began with an empty device in a browser of its own. What was not visited is not cleared.</p>
${rows.length === 0 ? html`<p>No visit was made.</p>` : renderTable({ id: 'visits-table', caption: 'The visits and what was seen in each', columns, numbers: [2, 3, 4, 5, 6], rows })}
${renderPages(states)}
${unjudged.length > 0 && html`<details><summary>${unjudged.length} rules that this version does not judge</summary><ul>${unjudged.map(({ id, title }) => html`<li>${title} ${renderId(id)}</li>`)}</ul></details>`}
${questions.length > 0 && html`<details open><summary>Questions that only a person can answer</summary><ul>${questions.map(({ id, asks }) => html`<li>${asks} ${renderId(id)}</li>`)}</ul></details>`}
</section>
`;
}

const statusWords = { exercised: 'visited', 'not-exercised': 'not visited', incomplete: 'cut short' } as const;

function renderPages(states: readonly StateReport[]): Html | null {
  const pages = [...new Set(states.flatMap((state) => state.pages.map(({ url }) => url)))];
  if (pages.length === 0) return null;
  return html`<details><summary>${pages.length} addresses visited</summary><ul>${pages.map((url) => html`<li>${renderCode(url)}</li>`)}</ul></details>`;
}

/** Everything that was stored and everybody who was contacted, judged or not. */
export function renderSeen({ states, startedAt }: AuditReport): Html | null {
  const cookies = groupByState(
    states,
    ({ cookies: held }) => held,
    ({ name, domain, path, partition }) => JSON.stringify([name, domain, path, partition]),
  );
  const names = groupByState(
    states,
    ({ storage }) => storage,
    ({ store, origin, name }) => JSON.stringify([store, origin, name]),
  );
  const hosts = groupByState(
    states,
    ({ otherHosts }) => otherHosts,
    (host) => host,
  );
  const refused = new Set(states.flatMap((state) => state.refused.map(({ name, reasons }) => `${name}: ${reasons.join(', ')}`)));
  if (cookies.length + names.length + hosts.length + refused.size === 0) return null;
  const start = Date.parse(startedAt) / 1000;
  const cookieRows = cookies.map(({ one, states: seen }) => [
    renderCode(one.name),
    renderCode(`${one.domain}${one.path}`),
    one.expires === null ? 'until the browser closes' : renderSeconds(one.expires - start),
    [one.secure && 'Secure', one.httpOnly && 'HttpOnly', `SameSite=${one.sameSite}`, one.partition !== null && 'Partitioned']
      .filter((flag) => flag !== false)
      .join(', '),
    seen.join(' '),
  ]);
  const nameRows = names.map(({ one, states: seen }) => [renderCode(one.name), one.store, renderCode(one.origin), seen.join(' ')]);
  const hostRows = hosts.map(({ one, states: seen }) => [renderCode(one), seen.join(' ')]);
  return html`<section aria-labelledby="seen"><h2 id="seen">Everything that was seen</h2>
<p>Declared or not, right or wrong. Values are never kept.</p>
${cookieRows.length > 0 && renderTable({ id: 'cookies-table', caption: 'Cookies', columns: ['Name', 'Domain and path', 'Lives', 'Attributes', 'Visits'], rows: cookieRows })}
${nameRows.length > 0 && renderTable({ id: 'names-table', caption: 'Other names stored', columns: ['Name', 'Store', 'Origin', 'Visits'], rows: nameRows })}
${hostRows.length > 0 && renderTable({ id: 'hosts-table', caption: 'Other hosts contacted', columns: ['Host', 'Visits'], rows: hostRows })}
${refused.size > 0 && html`<details><summary>Cookies that the browser refused</summary><ul>${[...refused].map((told) => html`<li>${renderWords(told)}</li>`)}</ul></details>`}
</section>
`;
}

type Seen<T> = { readonly one: T; readonly states: readonly string[] };

function groupByState<T>(
  states: readonly StateReport[],
  pick: (state: StateReport) => readonly T[],
  keyOf: (one: T) => string,
): readonly Seen<T>[] {
  const seen = new Map<string, Seen<T>>();
  for (const state of states) {
    for (const one of pick(state)) {
      const key = keyOf(one);
      const had = seen.get(key);
      if (had === undefined) seen.set(key, { one, states: [state.state] });
      else if (!had.states.includes(state.state)) seen.set(key, { one: had.one, states: [...had.states, state.state] });
    }
  }
  return [...seen.values()];
}

/** Declared and seen, apart; null without a declaration or without a page. */
export function renderGap({ declaration, gap, states }: AuditReport): Html | null {
  if (declaration === null || states.every(({ pages }) => pages.length === 0)) return null;
  const lists = [
    renderList('Seen and not declared', gap.observedNotDeclared.map(renderCode)),
    renderList('Declared, looked for and never seen', gap.declaredNotObserved.map(renderCode)),
    renderList('Declared, but its moment did not come', gap.notExercised.map(renderCode)),
    renderList('Held by other parties after the withdrawal, out of the site’s reach', outOfReach(states).map(renderCode)),
  ].filter((list) => list !== null);
  const nothing = html`<p>None: all that is declared was seen, and all that was seen is declared.</p>`;
  return html`<section aria-labelledby="gap"><h2 id="gap">The truth gap</h2>
${lists.length === 0 ? nothing : html`<div class="lists">${lists}</div>`}</section>
`;
}

function outOfReach(states: readonly StateReport[]): readonly string[] {
  const items = states.flatMap((state) =>
    state.outOfReach.map(({ kind, name, host }) => `${kind} ${name}${host === undefined ? '' : ` (${host})`}`),
  );
  return [...new Set(items)].toSorted();
}
