// One contradiction as one rule sees it, before facts about the same thing become one finding.
import type { Question } from '@candor/core';
import type { HeldCookie, Initiator, Moment, Setter } from '../collect/observation.ts';
import type { FindingItem } from '../report/report.ts';
import type { RuleId } from './catalogue.ts';

/** A fact. `thing` tells apart what shares a name, such as the same cookie under two paths. */
export type Fact = {
  readonly rule: RuleId;
  readonly item: FindingItem;
  readonly thing: string;
  readonly tracker: string | null;
  readonly moment: Moment;
  /** When the setter wrote it (Unix milliseconds), where that is not `moment`. */
  readonly setAt?: number | null;
  readonly setter: Setter | { readonly kind: 'request'; readonly initiator: Initiator | null };
  readonly message: string;
  readonly question: Question | null;
  readonly cookie?: HeldCookie;
  readonly request?: string;
};
