// The few words that a script in a page says, out of the notice that the page speaks with.
import type { NoticeView } from '../notice/view.ts';
import type { PageWords } from './page-state.ts';

const SILENCE = { allow: '', saved: '', failed: '', receipt: '', close: '', gpc: '', purposes: {} };

/** The words of a notice; none where there is no notice. */
export function compilePageWords(notice: NoticeView | null, preferencesStyles: string): PageWords {
  if (notice === null) return { ...SILENCE, preferencesStyles };
  const { allow, saved, failed, receipt, close } = notice.labels;
  const gpc = notice.honoursGpc ? notice.texts.gpc : '';
  const asked = notice.purposes.filter(({ choice }) => choice === 'ask');
  const purposes = Object.fromEntries(asked.map(({ id, name, text }) => [id, `${name}. ${text}`]));
  return { allow, saved, failed, receipt, close, gpc, purposes, preferencesStyles };
}
