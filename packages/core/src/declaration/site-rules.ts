// Rules that hold between fields of a declaration and that no single field's shape can say.

import { matchHost } from '../base/match.ts';
import type { IssueList } from './issue-list.ts';
import { quote } from './path.ts';
import type { Declaration, Scope } from './types.ts';

/** Adds an issue for repeated purpose numbers, a default profile that is not offered, and a choice cookie no host of the site can set. */
export function checkSite(declaration: Declaration, issues: IssueList): void {
  checkNumbers(declaration, issues);
  const { profiles, site } = declaration;
  if (!profiles.offered.includes(profiles.default)) {
    const message = `The default profile ${quote(profiles.default)} is not offered`;
    issues.add('DECL_PROFILE', ['profiles', 'default'], { message, hint: 'Add it to "offered"' });
  }
  if (!site.hosts.some((host) => isReached(site.choiceScope, host))) {
    const message = 'The choice cookie would reach none of the hosts of the site';
    issues.add('DECL_CHOICE_SCOPE', ['site', 'choiceScope'], { message, hint: 'Name a host of the site, or a domain above one' });
  }
}

/** Whether a cookie stored with this scope is sent to a host. */
export function isReached(scope: Scope, host: string): boolean {
  return 'host' in scope ? scope.host === host : scope.domain === host || matchHost(`*.${scope.domain}`, host);
}

function checkNumbers(declaration: Declaration, issues: IssueList): void {
  const owners = new Map<number, string>();
  for (const [id, { number }] of Object.entries(declaration.purposes)) {
    const owner = owners.get(number);
    if (owner === undefined) {
      owners.set(number, id);
      continue;
    }
    const message = `The number ${number} already belongs to ${quote(owner)}`;
    issues.add('DECL_NUMBER_REPEATED', ['purposes', id, 'number'], { message, hint: 'Give a number that was never used' });
  }
}
