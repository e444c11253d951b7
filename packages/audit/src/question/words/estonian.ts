// How Estonian words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Estonian. */
export const estonian: Lexicon = {
  language: 'et',
  common:
    'ja|on|me|meie|sa|teie|see|veebileht|leht|kasutab|kasutame|et|mis|voi|ka|kui|oma|saate|selle|nende|selleks|ning|mida|saab|oleme|rohkem|minu|jah|palun|kasutamise*|veebisait|sellel',
  cookies: 'kupsis*|cookie*|kupsiste|kupsised',
  consent: 'nousole*|jalgimi*|jalgimis*|sarnased tehnoloog*|meie partnerid|reklaam*',
  privacy: 'privaatsus*|isikuandme*|andmekait*|gdpr|partner*|andmed',
  accept: 'noustu*|noustun|aktseptee*|luba*|luban|kinnita koik|olen nous|nous|anna nousolek|=jah|vota vastu',
  reject:
    'keela*|blokeeri*|keeldu*|keela*|keelan|lukka*|lukkan|ei noustu|ei luba|ei ole nous|mitte noustu*|ilma nousole*|ilma noustum*|noustumata|ilma kupsisteta|ei aitah|tanan ei|loobu*|tagasi lukkamine',
  not: 'ei|mitte|ilma|ara',
  no: 'ei',
  all: 'koigi*|koik|koiki|koigi|koigiga',
  only: 'ainult|vaid|uksnes',
  necessary: 'vajalik*|hadavajalik*|kohustuslik*|olulis*|oluline|tehnili*|vajalikud|valtimatu*|funktsionaal*',
  optional: 'mittevajalik*|valikuli*|taiendav*|mitte vajalik*',
  preferences: 'seaded|seadeid|seadista*|kohanda*|halda*|eelistus*|valikud|uksikasjad|naita uksikasju|muuda*|vali|satted|satteid|*seaded',
  save: 'salvesta*|rakenda',
  choice: 'valik*|valitud|eelistus*|seaded',
  confirm: 'kinnita*|jatka*|noustu|luba|kasuta',
  acknowledge: 'ok|okei|selge|sain aru|saan aru|=jatka|moistan|olgu',
  close: 'sulge*|sule|peida|hiljem|mitte praegu',
  withdraw: 'vota tagasi|tuhista nousolek|votta tagasi|tagasi vot*',
  other:
    'uudiskir*|liitu*|telli*|e post*|email|logi sisse|registreeri*|aastane|taisealine|18|keel|riik|allahindlus*|pakkumi*|vestlus*|sonum*|parool|konto|tingimus*|maks*|ostukorv*|teavitus*|vanus',
};
