// At start: what this declaration says is put into the ledger, once per declaration, and the notices it shows are remembered.
import { compileNotice, compilePolicy, noticeHash, sha256Hex } from '@candor/core';
import type { PublicationRow } from '../drivers/publication-store.ts';
import type { Site } from '../site.ts';
import { profilesOf, siteName } from '../site.ts';
import { policyBytes } from './policy-pages.ts';

type Item = Pick<PublicationRow, 'kind' | 'language' | 'profile' | 'hash'>;

/** Publishes what is not published yet. A failing ledger is reported and tried again at the next start. */
export async function publishDeclaration(site: Site): Promise<void> {
  for (const item of [declarationItem(site), ...policyItems(site)]) {
    try {
      await publishItem(site, item);
    } catch (failure) {
      site.onFailure(failure);
      return;
    }
  }
}

/** Remembers the hash of every notice that this declaration can show. */
export async function rememberNotices(site: Site): Promise<void> {
  const { declaration, declarationId } = site;
  for (const profile of profilesOf(declaration)) {
    for (const language of declaration.languages) {
      const view = compileNotice(declaration, { language, profile, declarationId });
      if (!view.ok) continue;
      await site.store.publications.addNotice({
        hash: noticeHash(view.value),
        declaration: declarationId,
        language,
        profile,
        at: site.now(),
      });
    }
  }
}

async function publishItem(site: Site, item: Item): Promise<void> {
  const declaration = site.declarationId;
  if (await site.store.publications.has({ ...item, declaration })) return;
  const at = site.now();
  const language = item.language === '' ? {} : { language: item.language };
  const receipt = await site.ledger.publish({ kind: item.kind, site: siteName(site), declaration, hash: item.hash, at, ...language });
  await site.store.publications.add({ ...item, declaration, ledgerIndex: receipt.index, at });
}

function declarationItem(site: Site): Item {
  return { kind: 'declaration', language: '', profile: '', hash: site.declarationId };
}

function policyItems(site: Site): readonly Item[] {
  const { declaration, declarationId } = site;
  return profilesOf(declaration).flatMap((profile) =>
    declaration.languages.flatMap((language): readonly Item[] => {
      const view = compilePolicy(declaration, { language, profile, declarationId });
      return view.ok ? [{ kind: 'policy', language, profile, hash: sha256Hex(policyBytes(view.value)) }] : [];
    }),
  );
}
