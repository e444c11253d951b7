// `candor guard`: the reverse proxy in front of a back end, with the front office on the same origin.
import { clientAssets } from '@candor/client';
import type { Identified } from '@candor/core';
import type { Guard, Reloaded } from '@candor/guard';
import { createGuard, renderObserveReport } from '@candor/guard';
import { checkPlacement, isLoopback } from '../check-placement.ts';
import { CliError, messageOf } from '../errors.ts';
import { eventPrinter, notePrinter, printPlaces } from '../event-log.ts';
import { writeText } from '../files.ts';
import { findDeclarationFile } from '../find-declaration.ts';
import { requireDeclaration } from '../load-declaration.ts';
import type { Modes } from '../modes.ts';
import { describeModes, observesAnything, readModes } from '../modes.ts';
import { renewWhenChanged } from '../renew-declaration.ts';
import type { RunningChoices } from '../running.ts';
import { openDoor, readRunningChoices, runningNotes, runningOptions, startAndTell } from '../running.ts';
import { hearReports, now, random } from '../system.ts';
import { untilStopped } from '../until-stopped.ts';
import type { Verb, VerbInput, VerbValues } from '../verb.ts';
import { textOf, toJson } from '../verb.ts';

type Running = {
  readonly guard: Guard;
  readonly publicOrigin: string;
  readonly reload: (declaration: Identified) => Promise<Reloaded>;
  readonly close: (options: { readonly grace: number }) => Promise<void>;
};
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
  const { trustForwarded, region, metricsToken } = choices;
  const guard = createGuard({
    ...{ declaration, upstream, mode, client: clientAssets, random, now, trustForwarded, onReport: hearReports },
    onLog: eventPrinter(choices.log, terminal),
    ...(region === null ? {} : { region }),
    ...(metricsToken === undefined ? {} : { metricsToken }),
  });
  const { listening, publicOrigin } = await openDoor(guard, declaration, choices);
  const facts = { mode, upstream, listening, publicOrigin, declaration: declaration.id };
  terminal.out(values['json'] === true ? JSON.stringify(facts) : `${work.title}\n  listening    ${listening}\nCtrl-C stops it`);
  return { guard, publicOrigin, reload: async (next) => guard.reload(next), close: (end) => guard.close(end) };
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

/** Says what may be wrong with where the guard stands; nobody waits for it. */
async function lookAround(choices: RunningChoices, work: Work, { publicOrigin }: Running, terminal: VerbInput['terminal']): Promise<void> {
  const isOpen = choices.origin !== null || !isLoopback(choices.address.host);
  const { prefix } = work.declaration.declaration.site;
  printPlaces(await checkPlacement({ upstream: work.upstream, publicOrigin, prefix, isOpen }), choices.log, terminal);
}

async function runGuard(input: VerbInput): Promise<number> {
  const { values, terminal } = input;
  const json = values['json'] === true;
  const upstream = upstreamOf(values);
  const mode = readModes(textOf(values, 'mode') ?? 'enforce');
  const choices = readRunningChoices(values);
  const file = await findDeclarationFile(textOf(values, 'declaration'));
  const declaration = await requireDeclaration(file);
  const title = `${mode === 'observe' ? 'Observing' : 'Guarding'} ${upstream} under declaration ${declaration.id.slice(0, 12)}${describeModes(mode)}`;
  const work: Work = { declaration, upstream, mode, title };
  const stopped = untilStopped();
  const running =
    values['no-platform'] === true ? await startFilter(choices, work, input) : await startAndTell(choices, work, { terminal, json });
  void lookAround(choices, work, running, terminal);
  const { guard, reload } = running;
  const say = notePrinter(choices.log, terminal);
  const unfollow = renewWhenChanged({ file, declaration, reload, refused: () => guard.recordFault('DECLARATION_REJECTED'), say });
  const tellNow = (): Promise<void> => tell(running.guard, work, input);
  const quiet = tellOnDemand(tellNow, terminal);
  await stopped;
  quiet();
  unfollow();
  await running.close(choices);
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
    ...runningNotes,
  ],
  exits: { 0: 'Stopped by Ctrl-C or SIGTERM', 2: 'Bad usage or input, or the port is taken' },
  run: runGuard,
};
