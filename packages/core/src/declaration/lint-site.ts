// Lints about the site and the parties around it.
import { matchHost } from '../base/match.ts';
import type { Finding, LintRow } from './lint-row.ts';
import type { Declaration, Match } from './types.ts';

// The European Economic Area, whose providers need no safeguard from within it.
const area = new Set('AT BE BG HR CY CZ DK EE FI FR DE GR HU IS IE IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE'.split(' '));

/** The rows, in the order they are reported. */
export const siteLints: readonly LintRow[] = [
  {
    code: 'LINT_CONTROLLER_ROLE',
    severity: 'error',
    message: 'The controller "{about}" has another role among the providers',
    hint: 'Give it the role "controller" or "joint"',
    find: ({ controller, providers }) => {
      const role = providers[controller.provider]?.role;
      return role === 'controller' || role === 'joint'
        ? []
        : [{ path: ['providers', controller.provider, 'role'], about: controller.provider }];
    },
  },
  {
    code: 'LINT_TRANSFER_NO_SAFEGUARD',
    severity: 'warning',
    message: 'The provider "{about}" is in another country than the controller and names no safeguard',
    hint: 'Say in "safeguard" what protects the data there: an adequacy decision, standard clauses',
    find: findTransfers,
  },
  {
    code: 'LINT_PROVIDER_NO_POLICY',
    severity: 'warning',
    message: 'The provider "{about}" receives data and links to no policy of its own',
    hint: 'Set "policy" to the address of its privacy policy',
    find: ({ providers }) =>
      Object.entries(providers).flatMap(([id, { role, policy }]) =>
        (role === 'third' || role === 'joint') && policy === undefined ? [{ path: ['providers', id], about: id }] : [],
      ),
  },
  {
    code: 'LINT_PROVIDER_UNUSED',
    severity: 'warning',
    message: 'The provider "{about}" neither sets nor receives anything',
    hint: 'Remove it',
    find: findUnusedProviders,
  },
  {
    code: 'LINT_LOCATION_UNUSED',
    severity: 'warning',
    message: 'No tracker is in the location "{about}"',
    hint: 'Remove it',
    find: ({ site, trackers }) => {
      const used = new Set(Object.values(trackers).flatMap((tracker) => tracker.locations));
      return Object.keys(site.locations).flatMap((id) => (used.has(id) ? [] : [{ path: ['site', 'locations', id], about: id }]));
    },
  },
  {
    code: 'LINT_UNSAFE_INLINE',
    severity: 'warning',
    message: "Inline scripts run without being named: the policy is sent with 'unsafe-inline'",
    hint: 'Declare the hashes that the audit prints, or pass the nonces of the origin on',
    find: ({ scripts }) => (scripts.inline === 'unsafe-inline' ? [{ path: ['scripts', 'inline'] }] : []),
  },
  {
    code: 'LINT_SHARED_HOST',
    severity: 'error',
    message: 'Shared documents are declared on "{about}", which is no host of the site',
    hint: 'Name hosts of "site.hosts"',
    find: ({ site }) => findShared(site, 'hosts', (pattern) => !site.hosts.some((host) => pattern === host || matchHost(pattern, host))),
  },
  {
    code: 'LINT_SHARED_METHOD',
    severity: 'error',
    message: 'Shared documents are declared for the method "{about}", whose responses no cache may hold for others',
    hint: 'Leave "methods" out, or name GET and HEAD',
    find: ({ site }) => findShared(site, 'methods', (method) => method !== 'GET' && method !== 'HEAD'),
  },
  {
    code: 'LINT_SHARED_PREFIX',
    severity: 'error',
    message: 'The path "{about}" is under "site.prefix", where everything is for one visitor',
    hint: 'Name paths of the site itself',
    find: ({ site }) => findShared(site, 'paths', (path) => path === site.prefix || path.startsWith(`${site.prefix}/`)),
  },
  {
    code: 'LINT_SHARED_NONCE',
    severity: 'warning',
    message: 'Shared documents carry no nonce, so that inline scripts of the site that run by one stay out of the cache with their page',
    hint: 'Declare the hashes that the audit prints, or leave "site.shared" out',
    find: ({ site, scripts }) =>
      (site.shared ?? []).length > 0 && scripts.inline === 'origin-nonce' ? [{ path: ['scripts', 'inline'] }] : [],
  },
  {
    code: 'LINT_LOG_MISSING',
    severity: 'warning',
    message: 'No log is pinned, so that receipts prove nothing to others',
    hint: 'Set "log" to the origin and the verifier key that the ledger prints',
    find: ({ log }) => (log === undefined ? [{ path: [] }] : []),
  },
];

/** Each value of a field of `site.shared` that a test holds against. */
function findShared({ shared = [] }: Declaration['site'], field: keyof Match, test: (value: string) => boolean): readonly Finding[] {
  return shared.flatMap((match, at) =>
    (match[field] ?? []).flatMap((value, index) => (test(value) ? [{ path: ['site', 'shared', at, field, index], about: value }] : [])),
  );
}

function findTransfers({ controller, providers }: Declaration): readonly Finding[] {
  const home = providers[controller.provider]?.country;
  return Object.entries(providers).flatMap(([id, { country, safeguard }]) => {
    const near = country === home || (area.has(country) && home !== undefined && area.has(home));
    return near || safeguard !== undefined ? [] : [{ path: ['providers', id], about: id }];
  });
}

function findUnusedProviders({ controller, providers, trackers }: Declaration): readonly Finding[] {
  const used = new Set([controller.provider]);
  for (const tracker of Object.values(trackers)) for (const id of [tracker.provider, ...tracker.recipients]) used.add(id);
  return Object.keys(providers).flatMap((id) => (used.has(id) ? [] : [{ path: ['providers', id], about: id }]));
}
