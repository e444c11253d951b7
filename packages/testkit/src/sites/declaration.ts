// The declaration of a site of the corpus, from the same data that its handlers send.
import type { Because, Category, Declaration, Provider, Purpose, Text, Tracker } from '@candor/core';
import { parseDeclaration, policyLanguages } from '@candor/core';
import type { Cookie, Declared, SiteParts, Stored } from './site.ts';
import type { Variation } from './variation.ts';

const day = 86_400;
const because: Because = { source: 'Directive 2002/58/EC Article 5(3)', asOf: '2026-11-23', verified: false };

type Words = (en: string) => Text;

const names: { readonly [category in Category]: readonly [number, string, string] } = {
  necessary: [1, 'The site itself', 'Keeps the site working and remembers your answer.'],
  preferences: [2, 'Comfort', 'Remembers how you like to use the site.'],
  statistics: [3, 'Statistics', 'Tells us which pages are read and how often.'],
  marketing: [4, 'Advertising', 'Shows advertisements chosen by what you looked at.'],
};

function purposeOf(category: Category, say: Words, exempt: boolean): Purpose {
  const [number, name, text] = names[category];
  return {
    number,
    revision: 1,
    category,
    name: say(name),
    text: say(text),
    consequence: say('Without it this does not happen.'),
    basis: {
      default: exempt
        ? { kind: 'exempt', ground: category === 'statistics' ? 'audience-measurement' : 'requested-service', because }
        : { kind: 'consent' },
    },
  };
}

const roleId = (role: string): string => (role === '' || role.startsWith('.') ? 'site' : role);

type Place = { readonly variation: Variation; readonly port: number; readonly say: Words };

function cookieItem(cookie: Cookie, { with: changed, days, extended }: Declared, variation: Variation): Partial<Tracker> {
  const { domain, path, partitioned, secure, httpOnly, sameSite, seconds } = { ...cookie, ...changed };
  const life = days === undefined ? seconds : days * day;
  const place = domain === null ? { host: variation.host(cookie.role) } : { domain };
  return {
    kind: 'cookie',
    names: [{ exact: cookie.name }],
    scopes: [{ ...place, path, partitioned }],
    secure,
    httpOnly,
    sameSite: sameSite ?? 'lax',
    life: life === null ? { kind: 'session' } : { kind: 'seconds', max: life, extended: extended ?? false },
  };
}

function storeItem(item: Stored, { days }: Declared, { variation, port }: Place): Partial<Tracker> | null {
  if (item.store === 'window-name') return null;
  const life =
    item.store === 'session' ? ({ kind: 'session' } as const) : ({ kind: 'seconds', max: (days ?? 365) * day, extended: false } as const);
  return { kind: item.store, names: [{ exact: item.name }], origins: [`http://${variation.host(item.role)}:${port}`], life };
}

function itemOf(declared: Declared, place: Place): Partial<Tracker> | null {
  const { of } = declared;
  if ('as' in of) return { kind: 'request', match: { hosts: [place.variation.host(of.role)] }, as: of.as, credentials: true };
  return 'store' in of ? storeItem(of, declared, place) : cookieItem(of, declared, place.variation);
}

function trackersOf(declares: readonly Declared[], place: Place): { readonly [id: string]: Tracker } {
  const { say } = place;
  const rows = declares.flatMap((declared, at) => {
    const item = itemOf(declared, place);
    if (item === null) return [];
    const shared = {
      provider: roleId(declared.of.role),
      purposes: [declared.category],
      locations: ['front'],
      setWhen: declared.when ?? { on: declared.category === 'necessary' ? 'always' : 'consent' },
      function: say('Service'),
      explanation: say('Does what its purpose says'),
      recipients: [],
      data: { categories: ['usage'] },
    };
    return [[`tracker-${at + 1}`, { ...shared, ...item }] as const];
  });
  // Every row was made of whole items above; the parser below holds each of them against the language.
  return Object.fromEntries(rows) as { readonly [id: string]: Tracker };
}

function providersOf(declares: readonly Declared[], variation: Variation): { readonly [id: string]: Provider } {
  const roles = [...new Set(declares.map(({ of }) => of.role).filter((role) => roleId(role) !== 'site'))];
  const others = roles.map(
    (role) =>
      [role, { name: variation.host(role), country: 'IE', role: 'processor', policy: `https://${variation.host(role)}/privacy` }] as const,
  );
  return Object.fromEntries([['site', { name: variation.id, country: 'FR', role: 'controller' } as const] as const, ...others]);
}

/** The cookie that keeps an answer, wherever there is a question. */
export function choiceCookieOf(variation: Variation, parts: SiteParts): Cookie {
  if (parts.choice !== undefined) return parts.choice;
  return {
    name: variation.name('cookies_preferences'),
    role: '',
    domain: null,
    path: '/',
    seconds: 182 * day,
    secure: true,
    httpOnly: false,
    sameSite: 'lax',
    partitioned: false,
  };
}

/** The declaration of a running site, or null where it has none. Throws where the parts do not make a lawful one. */
export function declarationOf(variation: Variation, parts: SiteParts, port: number): Declaration | null {
  if (parts.declares === null) return null;
  // A policy in a language that the product does not speak could not be made: those sites have theirs in English.
  const spoken = parts.notice?.language ?? 'en';
  const language = policyLanguages.includes(spoken) ? spoken : 'en';
  const say: Words = (en) => ({ [language]: en });
  const choice: Declared = { category: 'necessary', of: choiceCookieOf(variation, parts), when: parts.choiceWhen ?? { on: 'choice' } };
  const declares = parts.notice === undefined || parts.notice === null ? parts.declares : [choice, ...parts.declares];
  const categories = [...new Set<Category>(['necessary', ...declares.map(({ category }) => category)])];
  const hosts = [
    variation.host(''),
    ...Object.keys(parts.routes).flatMap((key) => (key.startsWith('.') ? [variation.host(key.split(':')[0] ?? '')] : [])),
  ];
  const profile = parts.profile ?? 'eu-base';
  const draft = {
    language: 1,
    version: '1.0.0',
    date: '2026-11-23',
    languages: [language],
    site: {
      name: say(variation.id),
      hosts: [...new Set(hosts)],
      prefix: '/cookies',
      timeZone: 'Etc/UTC',
      choiceScope: { host: variation.host(''), path: '/', partitioned: false },
      locations: { front: { label: say('front office'), match: { hosts: [...new Set(hosts)] } } },
    },
    profiles: { default: profile, offered: [profile] },
    controller: { provider: 'site', address: '1 Example Street, Example', contact: 'privacy@site.example', hostingCountry: 'FR' },
    providers: providersOf(declares, variation),
    purposes: Object.fromEntries(
      categories.map((category) => [
        category,
        purposeOf(category, say, category === 'necessary' || (parts.exempts ?? []).includes(category)),
      ]),
    ),
    trackers: trackersOf(declares, { variation, port, say }),
    policy: { parts: [] },
    scripts: { inline: 'unsafe-inline', hashes: [] },
    notice: {
      texts: {},
      theme: 'default',
      onGrant: 'reload',
      onWithdraw: 'reload',
      choiceLife: { default: 182 * day },
      askAgainAfter: { default: 182 * day },
    },
    signals: { gpc: { default: 'opt-out' }, projections: [] },
  };
  const parsed = parseDeclaration(JSON.stringify(draft));
  if (!parsed.ok)
    throw new TypeError(
      `The declaration of "${variation.id}" is not lawful: ${parsed.issues.map((issue) => `${issue.path}: ${issue.message}`).join('; ')}`,
    );
  return parsed.value.declaration;
}
