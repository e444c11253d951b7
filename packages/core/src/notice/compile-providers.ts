// Who stands behind a purpose and what each of them stores or loads for it, from the rows and the words of the policy.
import type { PolicyContext } from '../policy/context.ts';
import { linkText } from '../policy/links.ts';
import { own } from '../policy/lookup.ts';
import type { NamedTracker } from '../policy/order.ts';
import { providerName } from '../policy/rows.ts';
import { countryName } from '../policy/sections/involved.ts';
import { statedCountry } from '../policy/stated.ts';
import type { TrackerRow } from '../policy/view.ts';
import type { NoticeProvider, NoticeRow } from './view.ts';

/** A tracker and its row of the policy. */
export type Shown = { readonly named: NamedTracker; readonly row: TrackerRow };

/** The providers of trackers, in the order of their first row. */
export function compileProviders(context: PolicyContext, shown: readonly Shown[]): readonly NoticeProvider[] {
  const ids = [...new Set(shown.map(({ named }) => named.tracker.provider))];
  return ids.map((id) => {
    const rows = shown.filter(({ named }) => named.tracker.provider === id).map(({ row }) => compileNoticeRow(row));
    return { id, name: providerName(context, id), ...describeProvider(context, id), rows };
  });
}

function describeProvider({ declaration, words }: PolicyContext, id: string): Pick<NoticeProvider, 'role' | 'country' | 'policy'> {
  const provider = own(declaration.providers, id);
  if (provider === null) return { role: '', country: null, policy: null };
  const country = statedCountry(provider.country);
  const link = linkText(provider.policy ?? '');
  return {
    role: words.roles[provider.role],
    country: country === null ? null : countryName(country, words),
    policy: typeof link === 'object' && 'href' in link ? link.href : null,
  };
}

function compileNoticeRow({ id, names, cells }: TrackerRow): NoticeRow {
  const { function: what, purposes, duration, recipients } = cells;
  return { id, names, function: what, explanation: purposes, duration, recipients };
}
