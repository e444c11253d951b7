// `candor guard`: the reverse proxy in front of a back end, with the front office on the same origin.
import { clientAssets } from '@candor/client';
import type { Identified } from '@candor/core';
import type { Guard } from '@candor/guard';
import { createGuard, renderObserveReport } from '@candor/guard';
import { CliError, messageOf } from '../errors.ts';
import { writeText } from '../files.ts';
import { requireDeclaration } from '../load-declaration.ts';
import type { Modes } from '../modes.ts';
import { describeModes, observesAnything, readModes } from '../modes.ts';
import type { RunningChoices } from '../running.ts';
import { openDoor, readRunningChoices, runningOptions, startAndTell } from '../running.ts';
import { hearReports, now, random } from '../system.ts';
import { untilStopped } from '../until-stopped.ts';
import type { Verb, VerbInput, VerbValues } from '../verb.ts';
import { textOf, toJson } from '../verb.ts';

type Running = { readonly guard: Guard; readonly close: () => Promise<void> };
type Work = { readonly declaration: Identified; readonly upstream: string; readonly mode: Modes; readonly title: string };

function upstreamOf(values: VerbValues): string {
  const text = textOf(values, 'upstream');
  if (text === undefined) throw new CliError('CLI_USAGE', 'It is not said which site to guard', 'Give --upstream http://HOST:PORT');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' && url.pathname === '/' && url.search === '' && url.username === '') return url.origin;
  throw new CliError('CLI_USAGE', `"${text}" is not the address of a server to guard`, 'Give http, host and port only: http://HOST:PORT');
}

async function startFilter(choices: RunningChoices, work: Work, { terminal, values }: VerbInput): Promise<Running> {
  const { declaration, upstream, mode } = work;
  const { trustForwarded, region } = choices;
  const parts = { declaration, upstream, mode, client: clientAssets, random, now, trustForwarded, onReport: hearReports };
  const guard = createGuard(region === null ? parts : { ...parts, region });
  const { listening, publicOrigin } = await openDoor(guard, declaration, choices);
  const facts = { mode, upstream, listening, publicOrigin, declaration: declaration.id };
  terminal.out(values['json'] === true ? JSON.stringify(facts) : `${work.title}\n  listening    ${listening}\nCtrl-C stops it`);
  return { guard, close: () => guard.close() };
}

/** Says what the guard has seen so far, on the terminal and in the file that was named. */
async function tell(guard: Guard, { mode }: Work, { terminal, values }: VerbInput): Promise<void> {
  const summary = guard.report();
  if (values['json'] === true) terminal.out(toJson(summary));
  else if (observesAnything(mode)) terminal.out(renderObserveReport(summary).trimEnd());
  const file = textOf(values, 'out');
  if (file !== undefined) await writeText(file, toJson(summary));
}

/** Tells it whenever somebody asks by SIGUSR2, until the returned function is called. */
function tellOnDemand(tellNow: () => Promise<void>, terminal: VerbInput['terminal']): () => void {
  const asked = (): void => void tellNow().catch((cause: unknown) => terminal.error(messageOf(cause)));
  if (process.platform !== 'win32') process.on('SIGUSR2', asked);
  return () => void process.off('SIGUSR2', asked);
}

async function runGuard(input: VerbInput): Promise<number> {
  const { values, terminal } = input;
  const json = values['json'] === true;
  const upstream = upstreamOf(values);
  const mode = readModes(textOf(values, 'mode') ?? 'enforce');
  const choices = readRunningChoices(values);
  const declaration = await requireDeclaration(textOf(values, 'declaration'));
  const title = `${mode === 'observe' ? 'Observing' : 'Guarding'} ${upstream} under declaration ${declaration.id.slice(0, 12)}${describeModes(mode)}`;
  const work: Work = { declaration, upstream, mode, title };
  const stopped = untilStopped();
  const running =
    values['no-platform'] === true ? await startFilter(choices, work, input) : await startAndTell(choices, work, { terminal, json });
  const tellNow = (): Promise<void> => tell(running.guard, work, input);
  const quiet = tellOnDemand(tellNow, terminal);
  await stopped;
  quiet();
  await running.close();
  await tellNow();
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
    mode: {
      type: 'string',
      value: 'MODE',
      says: 'enforce drops what is not declared or not allowed; observe changes nothing; or by layer: set-cookie=enforce,cookie=observe,…',
    },
    out: { type: 'string', value: 'FILE', says: 'Where the summary is written as JSON at the end' },
    'no-platform': { type: 'boolean', says: 'Only the filter: no policy, preferences, receipts or back office of its own' },
  },
  notes: [
    'Layers: set-cookie, cookie, html, csp. One that is not named observes.',
    'Observing ends with what would have been dropped, the lines that would declare it, and which layers are safe to enforce.',
    'A SIGUSR2 prints that while it runs.',
  ],
  exits: { 0: 'Stopped by Ctrl-C or SIGTERM', 2: 'Bad usage or input, or the port is taken' },
  run: runGuard,
};
