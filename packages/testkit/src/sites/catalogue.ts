// All sites of the corpus, in the order in which they were added. Append only.
import { attributeSites } from './families/attributes.ts';
import { bannerSites } from './families/banners.ts';
import { beforeHttpSites } from './families/before-http.ts';
import { beforeScriptSites } from './families/before-script.ts';
import { behaviourSites } from './families/behaviours.ts';
import { cleanSites } from './families/clean.ts';
import { furtherSites } from './families/further.ts';
import { languageSites } from './families/languages.ts';
import { lateSites } from './families/late.ts';
import { rejectedSites } from './families/rejected.ts';
import { signalSites } from './families/signals.ts';
import { undeclaredSites } from './families/undeclared.ts';
import { withdrawalSites } from './families/withdrawal.ts';
import type { CorpusSite } from './site.ts';

/** Every site but those with other people's questions. */
export const corpusSites: readonly CorpusSite[] = [
  ...beforeHttpSites,
  ...beforeScriptSites,
  ...lateSites,
  ...rejectedSites,
  ...withdrawalSites,
  ...attributeSites,
  ...signalSites,
  ...behaviourSites,
  ...bannerSites,
  ...languageSites,
  ...cleanSites,
  ...undeclaredSites,
  ...furtherSites,
];
