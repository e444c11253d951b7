// Rows under the headings of their categories.
import type { Category } from '../declaration/types.ts';
import type { PolicyContext } from './context.ts';
import { categoryOrder } from './order.ts';
import type { TrackerGroup, TrackerRow } from './view.ts';

const together: readonly Category[] = ['necessary', 'preferences'];

/** Groups that have rows. A declared table heading spans what is necessary and functional, as the policy's older form does. */
export function groupRows(context: PolicyContext, rows: readonly TrackerRow[]): readonly TrackerGroup[] {
  const { declaration, words } = context;
  const heading = declaration.policy.tableHeading;
  const separate = heading === undefined ? categoryOrder : categoryOrder.filter((category) => !together.includes(category));
  const spanning = heading === undefined ? [] : [{ categories: together, label: context.read(heading, 'policy.tableHeading') }];
  const single = separate.map((category) => ({ categories: [category], label: words.categories[category] }));
  return [...spanning, ...single]
    .map((group) => ({ ...group, rows: rows.filter(({ category }) => group.categories.includes(category)) }))
    .filter((group) => group.rows.length > 0);
}
