// `candor guard`: the reverse proxy in front of a back end, with the front office on the same origin.
import { clientAssets } from '@candor/client';
import type { Identified } from '@candor/core';
import type { Guard } from '@candor/guard';
import { createGuard, renderObserveReport } from '@candor/guard';
import { CliError } from '../errors.ts';
import { requireDeclaration } from '../load-declaration.ts';
import type { RunningChoices } from '../running.ts';
import { openDoor, readRunningChoices, runningOptions, startAndTell } from '../running.ts';
import { now, random } from '../system.ts';
import { untilStopped } from '../until-stopped.ts';
import type { Verb, VerbInput, VerbValues } from '../verb.ts';
import { textOf, toJson } from '../verb.ts';

type Mode = 'observe' | 'enforce';
type Running = { readonly guard: Guard; readonly close: () => Promise<void> };
type Work = { readonly declaration: Identified; readonly upstream: string; readonly mode: Mode; readonly title: string };

function upstreamOf(values: VerbValues): string {
  const text = textOf(values, 'upstream');
  if (text === undefined) throw new CliError('CLI_USAGE', 'It is not said which site to guard', 'Give --upstream http://HOST:PORT');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' && url.pathname === '/' && url.search === '' && url.username === '') return url.origin;
  throw new CliError('CLI_USAGE', `"${text}" is not the address of a server to guard`, 'Give http, host and port only: http://HOST:PORT');
}

function modeOf(values: VerbValues): Mode {
  const mode = textOf(values, 'mode') ?? 'enforce';
  if (mode === 'observe' || mode === 'enforce') return mode;
  throw new CliError('CLI_USAGE', `There is no mode "${mode}"`, 'Modes: observe, enforce');
}

async function startFilter(choices: RunningChoices, work: Work, { terminal, values }: VerbInput): Promise<Running> {
  const { declaration, upstream, mode } = work;
  const { trustForwarded, region } = choices;
  const parts = { declaration, upstream, mode, client: clientAssets, random, now, trustForwarded };
  const guard = createGuard(region === null ? parts : { ...parts, region });
  const { listening, publicOrigin } = await openDoor(guard, declaration, choices);
  const facts = { mode, upstream, listening, publicOrigin, declaration: declaration.id };
  terminal.out(values['json'] === true ? JSON.stringify(facts) : `${work.title}\n  listening    ${listening}\nCtrl-C stops it`);
  return { guard, close: () => guard.close() };
}

async function runGuard(input: VerbInput): Promise<number> {
  const { values, terminal } = input;
  const json = values['json'] === true;
  const upstream = upstreamOf(values);
  const mode = modeOf(values);
  const choices = readRunningChoices(values);
  const declaration = await requireDeclaration(textOf(values, 'declaration'));
  const title = `${mode === 'observe' ? 'Observing' : 'Guarding'} ${upstream} under declaration ${declaration.id.slice(0, 12)}`;
  const work: Work = { declaration, upstream, mode, title };
  const stopped = untilStopped();
  const running =
    values['no-platform'] === true ? await startFilter(choices, work, input) : await startAndTell(choices, work, { terminal, json });
  await stopped;
  const summary = running.guard.report();
  await running.close();
  if (json) terminal.out(toJson(summary));
  else if (mode === 'observe') terminal.out(renderObserveReport(summary).trimEnd());
  return 0;
}

/** The verb `guard`. */
export const guardVerb: Verb = {
  takes: '--upstream URL',
  count: [0, 0],
  json: 'One line of JSON when it listens, and the summary as JSON when it is stopped',
  options: {
    upstream: { type: 'string', value: 'URL', says: 'The site’s own server, http://HOST:PORT' },
    ...runningOptions,
    mode: { type: 'string', value: 'MODE', says: 'enforce drops what is not declared or not allowed; observe changes nothing' },
    'no-platform': { type: 'boolean', says: 'Only the filter: no policy, preferences, receipts or back office of its own' },
  },
  notes: ['Observing ends with what would have been dropped, and the lines that would declare it.'],
  exits: { 0: 'Stopped by Ctrl-C or SIGTERM', 2: 'Bad usage or input, or the port is taken' },
  run: runGuard,
};
