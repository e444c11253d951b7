// The declaration that sizes are measured with: three purposes to ask, twelve providers, forty trackers, twenty-five hosts.
// Its words are as long as those of real policies; a declaration of one-word texts would make every figure look better than it is.
import type { Because, Declaration, Provider, Purpose, RequestUse, Tracker } from '@candor/core';

const because: Because = { source: 'https://law.example/article-5', asOf: '2026-11-23', verified: false };
const day = 86_400;

/** Host of the site in the reference declaration, as tests serve it. */
export const referenceHost = 'portal.localhost';

const providerNames = [
  ['site', 'Example City'],
  ['lumen', 'Lumen Analytics'],
  ['heatfield', 'Heatfield'],
  ['northtag', 'Northtag'],
  ['surveyline', 'Surveyline'],
  ['cartoworld', 'Cartoworld Maps'],
  ['streamhall', 'Streamhall Video'],
  ['parley', 'Parley Chat'],
  ['adquay', 'Adquay'],
  ['retargo', 'Retargo'],
  ['socialpier', 'Social Pier'],
  ['bidharbour', 'Bid Harbour'],
] as const;

const providers: { readonly [id: string]: Provider } = Object.fromEntries(
  providerNames.map(([id, name], index) => [
    id,
    {
      name,
      country: index % 3 === 0 ? 'FR' : 'IE',
      role: index === 0 ? 'controller' : 'processor',
      policy: `https://${id}.example/privacy`,
    },
  ]),
);

type Words = readonly [name: string, text: string, consequence: string];

function purpose(number: number, category: Purpose['category'], [name, text, consequence]: Words): Purpose {
  const exempt = category === 'necessary';
  return {
    number,
    revision: 1,
    category,
    name: { en: name },
    text: { en: text },
    consequence: { en: consequence },
    basis: { default: exempt ? { kind: 'exempt', ground: 'requested-service', because } : { kind: 'consent' } },
  };
}

const purposes = {
  platform: purpose(1, 'necessary', [
    'The site itself',
    'Logging in, forms that no other site can send in your name, and keeping your answer.',
    'Without these you could not log in.',
  ]),
  embeds: purpose(2, 'preferences', [
    'Maps, videos and chat',
    'Shows maps, videos and a chat that other companies provide, and remembers how you use them.',
    'In their place you see a box with a button.',
  ]),
  audience: purpose(3, 'statistics', [
    'Audience measurement',
    'Tells us which pages are read, how often and on which devices.',
    'Your visits are not counted.',
  ]),
  advertising: purpose(4, 'marketing', [
    'Advertising',
    'Shows advertisements chosen by what you looked at here and elsewhere, and measures their effect.',
    'Advertisements you see elsewhere do not depend on your visits here.',
  ]),
} as const;

type PurposeId = keyof typeof purposes;
type Place = readonly [provider: string, purpose: PurposeId];

function shared([provider, purposeId]: Place, words: string, explanation: string) {
  return {
    provider,
    purposes: [purposeId],
    locations: ['front'],
    setWhen: { on: purposeId === 'platform' ? 'always' : 'consent' },
    function: { en: words },
    explanation: { en: explanation },
    recipients: [],
    data: { categories: ['usage'] },
  } as const;
}

function cookie(place: Place, name: string, days: number, words: readonly [string, string]): Tracker {
  const own = place[0] === 'site';
  return {
    ...shared(place, ...words),
    kind: 'cookie',
    names: name.endsWith('*') ? [{ prefix: name.slice(0, -1) }] : [{ exact: name }],
    scopes: [own ? { host: referenceHost, path: '/', partitioned: false } : { domain: referenceHost, path: '/', partitioned: false }],
    secure: own,
    httpOnly: name === 'sessionid',
    sameSite: 'lax',
    life: days === 0 ? { kind: 'session' } : { kind: 'seconds', max: days * day, extended: false },
  };
}

function storage(place: Place, kind: 'local' | 'session' | 'indexed-db', name: string): Tracker {
  return {
    ...shared(place, 'Settings', 'Keeps settings of this service between pages'),
    kind,
    names: [{ exact: name }],
    origins: [`http://${referenceHost}`, `https://${referenceHost}`],
    life: { kind: 'seconds', max: 365 * day, extended: false },
  };
}

function request(place: Place, hosts: readonly [string, ...string[]], as: readonly [RequestUse, ...RequestUse[]]): Tracker {
  return {
    ...shared(place, 'Loading', 'Loads this service from its own servers'),
    kind: 'request',
    match: { hosts },
    as,
    credentials: true,
  };
}

const visitor = ['Visitors', 'Tells one browser from another to count visits'] as const;
const visit = ['Visits', 'Keeps the pages of one visit together'] as const;
const advert = ['Advertisements', 'Recognises the browser to choose and limit advertisements'] as const;

const trackers: { readonly [id: string]: Tracker } = {
  sessionid: cookie(['site', 'platform'], 'sessionid', 14, ['Authentication', 'To remember the user from one page to another']),
  csrftoken: cookie(['site', 'platform'], 'csrftoken', 365, ['API (CSRF)', 'Protects forms against requests of other sites']),
  django_language: cookie(['site', 'platform'], 'django_language', 365, ['Language selection', 'To remember the language you picked']),
  cookies_preferences: {
    ...cookie(['site', 'platform'], 'cookies_preferences', 182, ['Choices related to your cookie preferences', 'Remembers your answer']),
    setWhen: { on: 'choice' },
  } as Tracker,
  _lm_id: cookie(['lumen', 'audience'], '_lm_id', 395, visitor),
  _lm_ses: cookie(['lumen', 'audience'], '_lm_ses*', 0, visit),
  _lm_opt: cookie(['lumen', 'audience'], '_lm_opt', 30, visit),
  lumen: request(['lumen', 'audience'], ['cdn.lumen.example', 'collect.lumen.example'], ['script', 'connect']),
  _hf_user: cookie(['heatfield', 'audience'], '_hf_user', 365, visitor),
  _hf_session: cookie(['heatfield', 'audience'], '_hf_session_*', 1, visit),
  heatfield_store: storage(['heatfield', 'audience'], 'local', 'heatfield.recorder'),
  heatfield: request(['heatfield', 'audience'], ['static.heatfield.example', 'in.heatfield.example'], ['script', 'connect']),
  nt_visit: cookie(['northtag', 'audience'], 'nt_visit', 30, visit),
  northtag: request(['northtag', 'audience'], ['www.northtag.example', 'region1.northtag.example'], ['script', 'image', 'connect']),
  surveyline_seen: cookie(['surveyline', 'audience'], 'surveyline_seen', 90, ['Surveys', 'Keeps a survey from being shown twice']),
  surveyline_state: storage(['surveyline', 'audience'], 'session', 'surveyline.state'),
  surveyline: request(['surveyline', 'audience'], ['js.surveyline.example', 'api.surveyline.example'], ['script', 'frame']),
  cw_prefs: cookie(['cartoworld', 'embeds'], 'cw_prefs', 180, ['Map settings', 'Remembers zoom and layers of the map']),
  cw_cache: storage(['cartoworld', 'embeds'], 'indexed-db', 'cartoworld-tiles'),
  cartoworld: request(['cartoworld', 'embeds'], ['maps.cartoworld.example', 'tiles.cartoworld.example'], ['frame', 'image']),
  sh_volume: storage(['streamhall', 'embeds'], 'local', 'streamhall-volume'),
  sh_player: storage(['streamhall', 'embeds'], 'local', 'streamhall-player-bandwidth'),
  sh_visitor: cookie(['streamhall', 'embeds'], 'sh_visitor_info', 180, ['Video player', 'Estimates the bandwidth for videos']),
  streamhall: request(['streamhall', 'embeds'], ['player.streamhall.example', 'img.streamhall.example'], ['frame', 'image', 'media']),
  parley_id: cookie(['parley', 'embeds'], 'parley_id', 270, ['Chat', 'Finds your conversation again']),
  parley_session: cookie(['parley', 'embeds'], 'parley_session', 7, ['Chat', 'Keeps one conversation together']),
  parley_open: storage(['parley', 'embeds'], 'local', 'parley.widget.open'),
  parley: request(['parley', 'embeds'], ['widget.parley.example', 'api.parley.example'], ['script', 'frame', 'connect']),
  _aq_click: cookie(['adquay', 'advertising'], '_aq_click', 90, advert),
  _aq_au: cookie(['adquay', 'advertising'], '_aq_au', 90, advert),
  adquay: request(
    ['adquay', 'advertising'],
    ['ads.adquay.example', 'stats.adquay.example', 'td.adquay.example'],
    ['script', 'image', 'frame'],
  ),
  rt_uid: cookie(['retargo', 'advertising'], 'rt_uid', 390, advert),
  rt_bundle: storage(['retargo', 'advertising'], 'local', 'rt_bundle_widget'),
  retargo: request(['retargo', 'advertising'], ['static.retargo.example', 'sslwidget.retargo.example'], ['script', 'image']),
  _sp_p: cookie(['socialpier', 'advertising'], '_sp_p', 90, advert),
  _sp_c: cookie(['socialpier', 'advertising'], '_sp_c', 90, advert),
  socialpier: request(['socialpier', 'advertising'], ['connect.socialpier.example', 'www.socialpier.example'], ['script', 'image']),
  bh_id: cookie(['bidharbour', 'advertising'], 'bh_id', 365, advert),
  bh_sync: cookie(['bidharbour', 'advertising'], 'bh_sync', 30, advert),
  bidharbour: request(
    ['bidharbour', 'advertising'],
    ['ib.bidharbour.example', 'sync.bidharbour.example', 'cdn.bidharbour.example', 'hb.bidharbour.example'],
    ['script', 'image', 'connect'],
  ),
};

/** Forty trackers of twelve providers on twenty-five hosts, in English. A new object on each call. */
export function referenceDeclaration(): Declaration {
  return structuredClone({
    language: 1,
    version: '1.0.0',
    date: '2026-11-23',
    languages: ['en'],
    site: {
      name: { en: 'Example City open data' },
      hosts: [referenceHost],
      prefix: '/cookies',
      timeZone: 'Europe/Paris',
      choiceScope: { host: referenceHost, path: '/', partitioned: false },
      locations: { front: { label: { en: 'front office' }, match: { hosts: [referenceHost] } } },
    },
    profiles: { default: 'eu-base', offered: ['eu-base'] },
    controller: {
      provider: 'site',
      address: '1 Example Street, 75000 Example, France',
      contact: 'privacy@city.example',
      hostingCountry: 'FR',
    },
    providers,
    purposes,
    trackers,
    policy: { parts: [] },
    scripts: { inline: 'hashes', hashes: [] },
    notice: {
      texts: {},
      theme: 'default',
      onGrant: 'live',
      onWithdraw: 'sweep',
      choiceLife: { default: 182 * day },
      askAgainAfter: { default: 182 * day },
    },
    signals: { gpc: { default: 'opt-out' }, projections: [] },
  } satisfies Declaration);
}
