// Does the page say who, how long, since when? (POLICY_01, _04, _13, _14)
import type { Issue } from '../../base/result.ts';
import { valueForProfile } from '../../declaration/profile-rules.ts';
import type { Declaration } from '../../declaration/types.ts';
import { isAddress } from '../links.ts';
import { isStated, statedDate, statedVersion } from '../stated.ts';
import type { ColumnId } from '../view.ts';
import { findPolicyWords, policyLanguages } from '../words/find-words.ts';
import { lacks, warns } from './issue.ts';

const requiredColumns: readonly ColumnId[] = ['provider', 'name', 'purposes', 'duration'];

/** POLICY_01: who is responsible and how to reach them. */
export function checkController({ controller }: Declaration): readonly Issue[] {
  const issues: Issue[] = [];
  if (!isStated(controller.address)) {
    issues.push(
      lacks('POLICY_01', 'controller.address', { message: "The controller's address is not stated", hint: 'Write a postal address' }),
    );
  }
  if (!isStated(controller.contact)) {
    const hint = 'Write a mail address or the address of a contact page';
    issues.push(lacks('POLICY_01', 'controller.contact', { message: 'There is no contact for questions and complaints', hint }));
  } else if (!isAddress(controller.contact)) {
    const message = `The contact "${controller.contact}" is neither a mail address nor a web address`;
    issues.push(warns('POLICY_01', 'controller.contact', { message, hint: 'Write one that can be followed as a link' }));
  }
  return issues;
}

/** POLICY_04: a row for each tracker says who, what, why and how long. `columns` are those the page shows; null: the product's. */
export function checkRows(declaration: Declaration, columns: readonly ColumnId[] | null): readonly Issue[] {
  const missing = columns === null ? [] : requiredColumns.filter((column) => !columns.includes(column));
  const missingColumns = missing.map((column) =>
    lacks('POLICY_04', 'trackers', {
      message: `The table has no column "${column}"`,
      hint: 'Show it: visitors must be told before they choose',
    }),
  );
  return [...missingColumns, ...checkChoiceLife(declaration)];
}

/** POLICY_13: which version this is and since when it holds. */
export function checkEdition(declaration: Declaration): readonly Issue[] {
  const issues: Issue[] = [];
  if (statedVersion(declaration) === null) {
    issues.push(
      warns('POLICY_13', 'version', {
        message: `The version "${declaration.version}" stands for none`,
        hint: 'Number the versions, from "1"',
      }),
    );
  }
  if (statedDate(declaration) === null) {
    const message = `The date "${declaration.date}" stands for none`;
    issues.push(warns('POLICY_13', 'date', { message, hint: 'Write the day on which this version came into force' }));
  }
  return issues;
}

/** POLICY_14: every declared language has words. */
export function checkLanguages({ languages }: Declaration): readonly Issue[] {
  return languages.flatMap((language, index) =>
    findPolicyWords(language) === null
      ? [
          lacks('POLICY_14', `languages[${index}]`, {
            message: `The page cannot be written in "${language}"`,
            hint: `Languages with words: ${policyLanguages.join(', ')}`,
          }),
        ]
      : [],
  );
}

// A choice that is kept for months cannot be in a cookie that ends with the session: the duration was not stated.
function checkChoiceLife({ trackers, notice, profiles }: Declaration): readonly Issue[] {
  return Object.entries(trackers).flatMap(([id, tracker]) => {
    if (tracker.kind !== 'cookie' || tracker.setWhen.on !== 'choice' || tracker.life.kind !== 'session') return [];
    const seconds = valueForProfile(notice.choiceLife, profiles.default);
    const message = `"${id}" is declared for the session only, while a choice is kept for ${seconds} seconds`;
    return [lacks('POLICY_04', `trackers.${id}.life`, { message, hint: 'State how long each tracker stays' })];
  });
}
