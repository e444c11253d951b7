// At start: what this declaration says is put into the ledger, once per declaration, and the notices it shows are remembered.
import { profiles } from '@candor/catalog';
import { compileNotice, compilePolicy, noticeHash, sha256Hex } from '@candor/core';
import type { NoticeRow, PublicationRow } from '../drivers/publication-store.ts';
import type { Site } from '../site.ts';
import { profilesOf, siteName } from '../site.ts';
import { policyBytes } from './policy-pages.ts';

type Item = Pick<PublicationRow, 'kind' | 'language' | 'profile' | 'hash'>;

/** Publishes what is not published yet. A failing ledger is reported once and tried again at the next start. */
export async function publishDeclaration(site: Site): Promise<void> {
  const done = await site.store.publications.list(site.declarationId);
  const open = [declarationItem(site), ...policyItems(site)].filter((item) => !done.some((row) => isSame(row, item)));
  // All at once, so that the ledger can commit them together.
  const results = await Promise.allSettled(open.map((item) => publishItem(site, item)));
  await site.store.publications.add(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) site.onFailure(failed.reason);
}

/** Remembers the hash of every notice that this declaration can show. */
export async function rememberNotices(site: Site): Promise<void> {
  const { declaration, declarationId } = site;
  const notices = eachPage(site).flatMap(({ profile, language }): readonly NoticeRow[] => {
    const view = compileNotice(declaration, { language, profile, declarationId });
    return view.ok ? [{ hash: noticeHash(view.value), declaration: declarationId, language, profile, at: site.now() }] : [];
  });
  await site.store.publications.addNotices(notices);
}

async function publishItem(site: Site, item: Item): Promise<PublicationRow> {
  const declaration = site.declarationId;
  const at = site.now();
  const language = item.language === '' ? {} : { language: item.language };
  const receipt = await site.ledger.publish({ kind: item.kind, site: siteName(site), declaration, hash: item.hash, at, ...language });
  return { ...item, declaration, ledgerIndex: receipt.index, at };
}

function declarationItem(site: Site): Item {
  return { kind: 'declaration', language: '', profile: '', hash: site.declarationId };
}

function policyItems(site: Site): readonly Item[] {
  const { declaration, declarationId } = site;
  return eachPage(site).flatMap(({ profile, language }): readonly Item[] => {
    const view = compilePolicy(declaration, { language, profile, declarationId, authority: profiles[profile].authority });
    return view.ok ? [{ kind: 'policy', language, profile, hash: sha256Hex(policyBytes(view.value)) }] : [];
  });
}

function eachPage({
  declaration,
}: Site): readonly { readonly profile: ReturnType<typeof profilesOf>[number]; readonly language: string }[] {
  return profilesOf(declaration).flatMap((profile) => declaration.languages.map((language) => ({ profile, language })));
}

function isSame(row: Item, item: Item): boolean {
  return row.kind === item.kind && row.language === item.language && row.profile === item.profile && row.hash === item.hash;
}
