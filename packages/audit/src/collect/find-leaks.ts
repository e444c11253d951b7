// Whose value is seen in whose request. Pure: values come in, names go out.
import { getDomain } from 'tldts';
import type { Initiator, Leak, Moment, ValueForm } from './observation.ts';
import { readUrl } from './request-facts.ts';
import type { Needle } from './value-forms.ts';
import { formsOf, needlesOf, readingsOf } from './value-forms.ts';
import type { Secret } from './vault.ts';

/** What left the browser with one request, as text. Kept in memory only. */
export type Sending = {
  readonly moment: Moment;
  readonly url: string;
  readonly referer: string | null;
  readonly body: string;
  readonly isSocket: boolean;
  readonly initiator: Initiator | null;
};

/** Whether two hosts belong to one site. */
export function isSameSite(one: string, other: string): boolean {
  return one === other || siteOf(one) === siteOf(other);
}

/** The registrable domain of a host, or the host itself where it has none. */
export function siteOf(host: string): string {
  const bare = host.replace(/^\./, '');
  return getDomain(bare, { allowPrivateDomains: true }) ?? bare;
}

/** Every value that was sent to a site other than its owner's, once for each owner, receiver, way and form. */
export function findLeaks(secrets: readonly Secret[], sendings: readonly Sending[]): readonly Leak[] {
  const sought = secrets.map((secret) => ({ secret, site: siteOf(secret.owner.host), needles: seekFor(secret) }));
  const leaks = new Map<string, Leak>();
  for (const sending of sendings) {
    const to = readUrl(sending.url)?.hostname ?? '';
    const others = to === '' ? [] : sought.filter(({ site, needles }) => needles.length > 0 && site !== siteOf(to));
    for (const leak of others.length === 0 ? [] : leaksIn(sending, to, others)) {
      const key = JSON.stringify([leak.owner, to, leak.through, leak.form, leak.moment.phase]);
      if (!leaks.has(key)) leaks.set(key, leak);
    }
  }
  return [...leaks.values()];
}

type Sought = { readonly secret: Secret; readonly needles: readonly Needle[] };

function leaksIn(sending: Sending, to: string, others: readonly Sought[]): readonly Leak[] {
  return partsOf(sending).flatMap(([through, text]) => {
    const { plain, within } = readingsOf(text);
    return others.flatMap(({ secret, needles }): readonly Leak[] => {
      // A page's words in an address are a title or a search; in a body they are a recording.
      if (secret.owner.kind === 'page' && (through === 'url' || through === 'referer')) return [];
      const form = formIn(needles, plain, within);
      return form === null ? [] : [tell(secret, sending, { to, through, form })];
    });
  });
}

// What was typed and what a page says is looked for as it is; of a stored value also the parts that identify.
function seekFor({ owner, value }: Secret): readonly Needle[] {
  return owner.kind === 'typed' || owner.kind === 'page' ? formsOf(value) : needlesOf(value);
}

function formIn(needles: readonly Needle[], plain: string, within: string): ValueForm | null {
  const found = needles.find(({ text }) => plain.includes(text));
  if (found !== undefined) return found.form;
  return needles.some(({ text, form }) => form === 'plain' && within.includes(text)) ? 'base64' : null;
}

type Part = readonly [Leak['through'], string];

function partsOf({ url, referer, body, isSocket }: Sending): readonly Part[] {
  const parts: readonly Part[] = isSocket
    ? [['socket', body]]
    : [
        ['url', url],
        ['referer', referer ?? ''],
        ['body', body],
      ];
  return parts.filter(([, text]) => text !== '');
}

function tell(
  { owner }: Secret,
  { moment, url, initiator }: Sending,
  found: { readonly to: string; readonly through: Leak['through']; readonly form: ValueForm },
): Leak {
  const page = readUrl(moment.page)?.hostname ?? '';
  const isSync = owner.kind === 'cookie' && page !== '' && !isSameSite(owner.host, page) && !isSameSite(found.to, page);
  return { moment, owner, to: found.to, url: url.split(/[?#]/)[0] ?? '', through: found.through, form: found.form, isSync, initiator };
}
