// What `guard` and `serve` share: the address, the words at the start, and an end without anything left open.
import type { Identified } from '@candor/core';
import type { Guard, GuardOptions, Region } from '@candor/guard';
import type { Address } from './address.ts';
import { formatAddress, listenOn, parseAddress } from './address.ts';
import { CliError } from './errors.ts';
import type { LogForm } from './event-log.ts';
import { eventPrinter, failurePrinter, readLogForm } from './event-log.ts';
import { readRegion } from './regions.ts';
import { isPinned } from './seed.ts';
import type { System } from './system.ts';
import { startSystem } from './system.ts';
import type { Terminal } from './terminal.ts';
import type { VerbOption, VerbValues } from './verb.ts';
import { textOf } from './verb.ts';

/** The options of every verb that runs until it is stopped. */
export const runningOptions: { readonly [name: string]: VerbOption } = {
  listen: { type: 'string', value: 'HOST:PORT', says: 'Where to listen; without it 127.0.0.1:8080' },
  origin: {
    type: 'string',
    value: 'URL',
    says: 'How visitors reach it, for example https://example.org; without it the site’s host and the port',
  },
  'region-header': {
    type: 'string',
    value: 'NAME',
    says: 'The header in which your own edge says the visitor’s country (ISO 3166), for example CF-IPCountry',
  },
  'trust-forwarded': { type: 'boolean', says: 'Behind a proxy of your own: believe its X-Forwarded headers' },
  declaration: { type: 'string', value: 'FILE', says: 'The declaration; without it the usual file here' },
  data: { type: 'string', value: 'FOLDER', says: 'Ledger, counts and accounts; without it ./data' },
  grace: { type: 'string', value: 'SECONDS', says: 'How long what is under way may take when it is stopped; without it 10' },
  log: { type: 'string', value: 'FORM', says: 'How events are told on standard error: text, json or none; without it text' },
};

/** How a running verb was called. `origin` is null where visitors come in by host and port. */
export type RunningChoices = {
  readonly address: Address;
  readonly origin: string | null;
  readonly trustForwarded: boolean;
  /** Null where no header says the region: everybody gets the declaration's default profile. */
  readonly region: Region | null;
  readonly dataDirectory: string;
  /** Milliseconds. */
  readonly grace: number;
  readonly log: LogForm;
  /** From CANDOR_METRICS_TOKEN: what stands on a command line can be read by everybody on the machine. */
  readonly metricsToken: string | undefined;
};

/** Lines about every running verb. */
export const runningNotes: readonly string[] = [
  'The declaration is followed while it runs: what is valid takes its place at once, what is not is said; SIGHUP asks for it.',
  'Numbers for Prometheus are at metrics under the prefix, for this machine, or for who shows CANDOR_METRICS_TOKEN.',
];

/** Reads the shared options; throws CLI_USAGE. */
export function readRunningChoices(values: VerbValues): RunningChoices {
  return {
    address: parseAddress(textOf(values, 'listen') ?? '127.0.0.1:8080'),
    origin: originOf(textOf(values, 'origin')),
    trustForwarded: values['trust-forwarded'] === true,
    region: readRegion(textOf(values, 'region-header')),
    dataDirectory: textOf(values, 'data') ?? 'data',
    grace: graceOf(textOf(values, 'grace')),
    log: readLogForm(textOf(values, 'log')),
    metricsToken: process.env['CANDOR_METRICS_TOKEN'] || undefined,
  };
}

function graceOf(text: string | undefined): number {
  if (text === undefined) return 10_000;
  if (/^\d{1,4}$/.test(text)) return Number(text) * 1000;
  throw new CliError('CLI_USAGE', `"${text}" is not a number of seconds`, 'Give whole seconds, 0 to 9999');
}

function originOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '')
    return url.origin;
  throw new CliError('CLI_USAGE', `"${text}" is not an origin`, 'Give scheme, host and port only, for example https://example.org');
}

/** Where visitors come in, and where the socket is. */
export type Door = { readonly publicOrigin: string; readonly listening: string };

/** Opens the guard's socket; throws CLI_PORT_BUSY. */
export async function openDoor(guard: Guard, declaration: Identified, { address, origin }: RunningChoices): Promise<Door> {
  const { port } = await listenOn(address, (at) => guard.listen(at));
  const publicOrigin = origin ?? `http://${declaration.declaration.site.hosts[0]}:${port}`;
  return { publicOrigin, listening: formatAddress({ host: address.host, port }) };
}

/** Starts everything and says where it is. */
export async function startAndTell(
  choices: RunningChoices,
  parts: { readonly declaration: Identified; readonly upstream: string; readonly mode: GuardOptions['mode']; readonly title: string },
  { terminal, json }: { readonly terminal: Terminal; readonly json: boolean },
): Promise<System> {
  const door: { listening: string } = { listening: '' };
  const { declaration, upstream, mode } = parts;
  const system = await startSystem({
    declaration,
    upstream,
    mode,
    dataDirectory: choices.dataDirectory,
    trustForwarded: choices.trustForwarded,
    region: choices.region,
    onLog: eventPrinter(choices.log, terminal),
    onFailure: failurePrinter(choices.log, terminal),
    ...(choices.metricsToken === undefined ? {} : { metricsToken: choices.metricsToken }),
    listen: async (guard) => {
      const { publicOrigin, listening } = await openDoor(guard, declaration, choices);
      door.listening = listening;
      return { publicOrigin };
    },
  });
  const firstOwner = await system.platform.firstOwnerLink();
  const { publicOrigin, signer } = system;
  const { listening } = door;
  if (json) {
    const id = system.declaration.id;
    terminal.out(JSON.stringify({ mode, upstream, listening, publicOrigin, declaration: id, firstOwner, key: signer.verifierKey }));
  } else {
    const pinned = isPinned(declaration.declaration, signer);
    terminal.out([parts.title, ...linesFor(system, { listening, firstOwner, pinned })].join('\n'));
  }
  return system;
}

type Facts = { readonly listening: string; readonly firstOwner: string | null; readonly pinned: boolean };

function linesFor(system: System, facts: Facts): readonly string[] {
  const base = `${system.publicOrigin}${system.declaration.declaration.site.prefix.replace(/\/+$/, '')}`;
  const { firstOwner } = facts;
  return [
    `  listening    ${facts.listening}`,
    `  policy       ${base}/policy`,
    `  preferences  ${base}/preferences`,
    `  back office  ${firstOwner === null ? `${base}/admin/` : `${firstOwner}   (makes the first owner, once)`}`,
    ...(facts.pinned
      ? []
      : [`  receipts     are proved by the key ${system.signer.verifierKey}`, '               pin it in the declaration as log.keys']),
    'Ctrl-C stops it',
  ];
}
