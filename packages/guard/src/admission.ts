// What happens to a request before anybody behind the guard sees it: read, refused, answered here or admitted. The same for every mount.
import type { Made } from './answers.ts';
import { withPolicy } from './answers.ts';
import type { HeaderList } from './header-list.ts';
import { valuesOf } from './header-list.ts';
import type { Machine } from './machine.ts';
import { areAll } from './modes.ts';
import { officeAnswer } from './office/office-answer.ts';
import type { ReadBody } from './request/body.ts';
import type { Framing } from './request/framing.ts';
import { readFraming } from './request/framing.ts';
import type { Reading } from './request/refusal.ts';
import { isUnder, readTarget } from './request/request-target.ts';
import type { Visit } from './request/visit.ts';
import { openVisit } from './request/visit.ts';
import type { Underway } from './watch/under-way.ts';

/** A request as its connection tells it. `url` is the target of the request line. */
export type Arriving = {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderList;
  readonly remoteAddress: string;
  readonly encrypted: boolean;
};

/** A request that may be passed on. */
export type Exchange = {
  readonly visit: Visit;
  readonly framing: Framing;
  readonly connection: { readonly remoteAddress: string; readonly encrypted: boolean };
};

/** Reads what decides about a request, or why it is refused. */
export function readExchange(machine: Machine, { method, url, headers, remoteAddress, encrypted }: Arriving): Reading<Exchange> {
  const framing = readFraming(headers);
  if (!framing.ok) return framing;
  const target = readTarget(url, valuesOf(headers, 'host'));
  if (!target.ok) return target;
  // IPv4 addresses as themselves, also on a socket that speaks both.
  const address = remoteAddress.startsWith('::ffff:') ? remoteAddress.replace(/^::ffff:(?=\d+\.)/, '') : remoteAddress;
  const connection = { remoteAddress: address, encrypted };
  const order = machine.counts.requests;
  const visit = openVisit(machine, { method, headers, target: target.value, remoteAddress: address, encrypted, order });
  return { ok: true, value: { visit, framing: framing.value, connection } };
}

/** While everything is only observed the prefix is the site's own unless a front office is given, but for what browsers report. */
function ownsPath({ options, judge }: Machine, path: string): boolean {
  if (!isUnder(path, judge.prefix)) return false;
  return options.frontOffice !== undefined || !areAll(judge.modes, 'observe') || path === `${judge.prefix}/api/report`;
}

/** What is answered under the prefix, or null where it is the site's to answer. Rejects when the front office does. */
export function answerHere(machine: Machine, visit: Visit, read: ReadBody, underway?: Pick<Underway, 'kind'>): Promise<Made> | null {
  if (!ownsPath(machine, visit.facts.path)) return null;
  const own = machine.ownPaths(read, visit);
  if (own !== null && underway !== undefined) underway.kind = 'own';
  if (own !== null) return own.then((answer) => withPolicy(machine.judge, visit, answer));
  const { frontOffice } = machine.options;
  if (frontOffice === undefined) return null;
  if (underway !== undefined) underway.kind = 'front-office';
  return officeAnswer(machine, frontOffice, visit, read);
}
