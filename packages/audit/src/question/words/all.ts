// All languages in which a question is understood.
import { arabic } from './arabic.ts';
import { bulgarian } from './bulgarian.ts';
import { chinese } from './chinese.ts';
import { croatian } from './croatian.ts';
import { czech } from './czech.ts';
import { danish } from './danish.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { estonian } from './estonian.ts';
import { finnish } from './finnish.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { greek } from './greek.ts';
import { hungarian } from './hungarian.ts';
import { icelandic } from './icelandic.ts';
import { irish } from './irish.ts';
import { italian } from './italian.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import { latvian } from './latvian.ts';
import type { Lexicon } from './lexicon.ts';
import { lithuanian } from './lithuanian.ts';
import { maltese } from './maltese.ts';
import { norwegian } from './norwegian.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { romanian } from './romanian.ts';
import { russian } from './russian.ts';
import { serbian } from './serbian.ts';
import { slovak } from './slovak.ts';
import { slovenian } from './slovenian.ts';
import { spanish } from './spanish.ts';
import { swedish } from './swedish.ts';
import { turkish } from './turkish.ts';
import { ukrainian } from './ukrainian.ts';

/** The lexicons; which comes first decides nothing but ties. */
export const lexicons: readonly Lexicon[] = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  polish,
  czech,
  slovak,
  slovenian,
  croatian,
  bulgarian,
  romanian,
  hungarian,
  greek,
  danish,
  swedish,
  finnish,
  estonian,
  latvian,
  lithuanian,
  maltese,
  irish,
  norwegian,
  icelandic,
  turkish,
  ukrainian,
  russian,
  serbian,
  japanese,
  korean,
  chinese,
  arabic,
];
