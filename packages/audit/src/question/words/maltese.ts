// How Maltese words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Maltese. */
export const maltese: Lexicon = {
  language: 'mt',
  common:
    'għażliet|ta|do|u|il|l|ta|tal|li|biex|fuq|dan|din|sit|ahna|tieghek|taghna|ma|ghal|minn|fil|jew|huma|nuzaw|juza|tuza|iktar|aktar|inti|is|ir|it|tista|b|fis|f|mill',
  cookies: 'cookie*',
  consent: 'kunsens*|tracking*|traccar*|teknologiji simili|imsiehba taghna|reklam*',
  privacy: 'privatezza|data personali|protezzjoni tad data|gdpr|imsiehba',
  accept: 'accetta*|naccetta*|naqbel|nippermetti|ippermetti|halli kollha|=iva|aqbel|acceta*',
  reject:
    'irrifjuta*|nirrifjuta*|michuda|ichad|ma naccettax*|ma naqbilx|minghajr accettazzjoni|minghajr ma taccetta|minghajr ma naccetta|minghajr kunsens|le grazzi|irrofta*|ma nippermettix',
  not: 'ma|minghajr|la',
  no: 'le',
  all: 'kollha|kollox|kull',
  only: 'biss|unikament',
  necessary: 'mehtieg*|necessarj*|essenzjali*|obbligatorj*|teknici|strettament',
  optional: 'mhux essenzjali*|mhux mehtieg*|fakoltattiv*|addizzjonali',
  preferences:
    'ippersonalizza|immaniggja|issettjar*|preferenz*|personalizza*|immaniggja*|mmaniggja*|settings|ghazliet|dettalji|uri d dettalji|ibdel|iggestixxi|aghzel|konfigura',
  save: 'issejvja*|ssejvja*|hazzen|erga hazzen|zomm',
  choice: 'ghazla*|ghazliet|maghzul*|preferenzi',
  confirm: 'ikkonferma*|kompli|accetta|ippermetti|uza',
  acknowledge: 'ok|fhimt|nifhem|sew|=kompli|tajjeb',
  close: 'aghlaq|ghalaq|ahbi|aktar tard',
  withdraw: 'irtira*|irrevoka*',
  other:
    'newsletter*|abbona*|irregistra*|email|posta elettronika|illoggja*|snin|18|lingwa|pajjiz|skont|offert*|chat*|messagg|password|kont|termini|kundizzjonijiet|hlas|eta',
};
