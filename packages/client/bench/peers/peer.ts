// How a peer is described: its packages, its page as its documentation asks for it, and how visitors use it.
import type { Assets, Entry, Fragments, Handles, Surroundings, Variant } from '../entry.ts';
import { renderPage } from '../page.ts';
import { openPage } from '../sites.ts';

/** What a peer is made with: its installed files, and a bundler for those that ship components. */
export type Kit = {
  readonly surroundings: Surroundings;
  /** A file by its path in the installed packages. */
  readonly read: (path: string) => Promise<string>;
  /** One classic script, minified, of a React application's source. */
  readonly bundle: (name: string, source: string) => Promise<string>;
};

/** A page as a peer's documentation asks for it. */
export type PeerPage = { readonly assets: Assets; readonly fragments: Fragments };

/** A peer; the first package is the one whose version is shown. */
export type Peer = Handles & {
  readonly name: string;
  readonly packages: readonly [string, ...string[]];
  readonly build: (kit: Kit, variant: Variant) => Promise<PeerPage>;
};

/** A peer as an entry of the bench. Fails where its page cannot be built. */
export async function enterPeer(peer: Peer, kit: Kit, version: string): Promise<Entry> {
  const built = new Map<Variant, PeerPage>();
  const build = async (variant: Variant): Promise<PeerPage> => {
    const page = built.get(variant) ?? (await peer.build(kit, variant));
    built.set(variant, page);
    return page;
  };
  await build('base');
  return {
    ...peer,
    kind: 'peer',
    version,
    inserted: async () => {
      const { head, tail } = (await build('base')).fragments;
      return [head + tail];
    },
    open: async ({ variant }) => {
      const { fragments, assets } = await build(variant);
      return openPage(renderPage(fragments), assets);
    },
  };
}

/** A script of the site's own origin. */
export const script = (body: string): { readonly type: string; readonly body: string } => ({ type: 'text/javascript', body });

/** A stylesheet of the site's own origin. */
export const styles = (body: string): { readonly type: string; readonly body: string } => ({ type: 'text/css', body });
