// How Icelandic words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Icelandic. */
export const icelandic: Lexicon = {
  language: 'is',
  common:
    'og|vid|þu|a|til|ad|er|fyrir|med|i|ur|um|sem|okkar|þinn|þinar|þina|þetta|þessi|vefur|vefsvaedi|vefsida|vefsíða|vefsíðan|notar|notum|eda|eða|við|að|með|geta|hér|ég|eg|minar|mínar|vef|fra|ja|já|meira|af|þú|þitt|þau|þessar|svæði',
  cookies: 'vafrakok*|vefkok*|vafrakökur|kokur|fotspor*|cookie*|smygild*|köku*|kökur',
  consent: 'samþyk*|rakning*|svipud tækni|svipuð tækni|samstarfsadil*|samstarfsaðil*',
  privacy: 'personuvernd*|persónuvernd*|personuupplysing*|persónuupplýsing*|friðhelgi*|gdpr',
  accept: 'samþykk*|samþykkja|leyfa*|ég samþykki|heimila*|leyfi|=já|játa',
  reject:
    'banna*|loka á|hafna*|hafna|ég hafna|neita*|ekki samþykk*|samþykki ekki|ekki leyfa|leyfi ekki|án samþykkis|án þess að samþykkja|án vafrakaka|nei takk|synja*|slökkva á öllum',
  not: 'ekki|án|aldrei',
  no: 'nei',
  all: 'allar|allt|öllu|öllum|alla|öll',
  only: 'aðeins|einungis|bara|eingöngu',
  necessary: 'nauðsynleg*|naudsynleg*|nauðsyn*|tæknileg*|skyldubundn*',
  optional: 'ónauðsynleg*|valfrjáls*|valkvæð*|valkvæm*',
  preferences: 'stilling*|*stillingar|sérsníða*|sersnida*|valkost*|stjórna*|breyta*|sjá nánar|nánari*|sýna upplýsingar|velja',
  save: 'vista*|geyma*',
  choice: 'val|valið|valdar|stillingar|valkosti',
  confirm: 'staðfesta*|stadfesta*|halda áfram|áfram|samþykkja|leyfa|nota',
  acknowledge: 'ok|okay|í lagi|ég skil|skil|skilið|=áfram|=halda áfram|allt í lagi|gott og vel',
  close: 'loka*|fela|seinna|ekki núna',
  withdraw: 'afturkalla*|draga til baka',
  other:
    'fréttabréf*|skráðu þig|skrá*|áskrift*|netfang|email|tölvupóst*|innskráning|ára|18|tungumál|land|afsláttur|afslátt*|tilboð|spjall*|skilaboð|lykilorð|aðgangur|skilmál*|greiðsl*|karfa|tilkynning*|aldur*',
};
