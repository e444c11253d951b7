// The twin: the same portal, the same declaration, and the lies that are switched on.
import type { Portal, PortalOptions } from '@candor-example/data-portal';
import { createPortal } from '@candor-example/data-portal';
import type { LieName } from './lies.ts';
import { lieNamed, lieNames } from './lies.ts';

/** How to make the twin; without `lies` all eight are on. */
export type LyingPortalOptions = Omit<PortalOptions, 'lies'> & { readonly lies?: readonly LieName[] };

/** A portal that lies. */
export function createLyingPortal(options: LyingPortalOptions): Portal {
  const { lies = lieNames, ...rest } = options;
  return createPortal({ ...rest, lies: lieNames.filter((name) => lies.includes(name)).map(lieNamed) });
}
