// The way back to the preference centre, as the site's own element.
import { connectCandor } from '@candor/client/connect';
import type { ReactNode } from 'react';
import { createElement } from 'react';

/** `prefix` is that of the declaration; leave it out where there is no server behind the page. */
export type CandorSettingsProps = { readonly prefix?: string; readonly className?: string; readonly children: ReactNode };

const candor = connectCandor();

/**
 * Opens the preference centre. With a prefix it is a link that Candor's script takes over, so that it works before and without scripts;
 * without one it is a button.
 */
export function CandorSettings({ prefix, className, children }: CandorSettingsProps): ReactNode {
  if (prefix !== undefined) {
    return createElement('a', { className, href: `${prefix}/preferences`, 'data-candor': 'preferences' }, children);
  }
  return createElement('button', { className, type: 'button', onClick: () => void candor.open() }, children);
}
