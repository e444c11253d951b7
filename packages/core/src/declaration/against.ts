// Whether a declaration may follow the published one: what changed materially must say so, and numbers keep their owners.
import type { Issue } from '../base/result.ts';
import { diffDeclarations } from './diff.ts';
import { identifyDeclaration } from './identify.ts';
import type { Complaint } from './issue-list.ts';
import { createIssueList } from './issue-list.ts';
import { quote } from './path.ts';
import type { Declaration } from './types.ts';

/** What keeps `next` from being published after `published`: nothing, or errors and warnings by purpose and field. */
export function checkAgainst(published: Declaration, next: Declaration): readonly Issue[] {
  const difference = diffDeclarations(published, next);
  if (difference.kind === 'same') return [];
  const issues = createIssueList();
  for (const { purpose, reasons } of difference.askAgain) {
    const [before, after] = [published.purposes[purpose], next.purposes[purpose]];
    if (before === undefined || after === undefined || before.number !== after.number || after.revision > before.revision) continue;
    const message = `The purpose ${quote(purpose)} changed materially and its revision is still ${after.revision}: ${reasons.join('; ')}`;
    const hint = `Set its revision to ${before.revision + 1}, so that visitors are asked again`;
    issues.add('DECL_REVISION_NOT_RAISED', ['purposes', purpose, 'revision'], { message, hint });
  }
  checkNumbers(published, next, issues.add);
  checkEdition(published, next, issues.add);
  return issues.list();
}

type Add = ReturnType<typeof createIssueList>['add'];

function checkNumbers(published: Declaration, next: Declaration, add: Add): void {
  const owners = new Map(Object.entries(published.purposes).map(([id, { number }]) => [number, id]));
  for (const [id, { number, revision }] of Object.entries(next.purposes)) {
    const owner = owners.get(number);
    if (owner !== undefined && owner !== id) {
      const message = `The number ${number} of ${quote(id)} was published as that of ${quote(owner)}`;
      add('DECL_NUMBER_REUSED', ['purposes', id, 'number'], { message, hint: 'Stored choices know purposes by number: give a new one' });
    }
    const old = Object.hasOwn(published.purposes, id) ? published.purposes[id] : undefined;
    if (old === undefined || old.number !== number || revision >= old.revision) continue;
    const message = `The revision of ${quote(id)} was ${old.revision} and is ${revision} now`;
    add('DECL_REVISION_LOWERED', ['purposes', id, 'revision'], { message, hint: `Set it to ${old.revision} or higher` });
  }
}

function checkEdition(published: Declaration, next: Declaration, add: Add): void {
  const warn = (message: string, hint: string): Complaint => ({ message, hint, severity: 'warning' });
  if (next.version === published.version) {
    add(
      'DECL_VERSION_NOT_CHANGED',
      ['version'],
      warn(`Something changed and the version is still ${quote(next.version)}`, 'Give it a new version'),
    );
  }
  if (next.date < published.date) {
    add(
      'DECL_DATE_EARLIER',
      ['date'],
      warn(`The date is before ${quote(published.date)}`, 'Set the day on which this version comes into force'),
    );
  }
  const id = identifyDeclaration(published);
  if (next.supersedes !== undefined && next.supersedes !== id) {
    add('DECL_SUPERSEDES', ['supersedes'], warn('The superseded declaration is not the published one', `Set it to ${quote(id)}`));
  }
}
