// How Slovenian words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Slovenian. */
export const slovenian: Lexicon = {
  language: 'sl',
  common:
    'in|v|na|za|je|so|da|se|z|s|k|po|o|ki|nas|nasa|nase|vas|vase|ta|to|spletna|stran|spletno|mesto|uporablja|uporabljamo|ali|pri|kot|lahko|moje|jih|tudi|vec|nam|svoje|vam|od',
  cookies: 'piskotk*|piskotek|piskotki|cookie*',
  consent: 'privol*|soglas*|sledenj*|podobne tehnologije|nasi partnerji|oglas*',
  privacy: 'zasebnost*|osebn* podatk*|varstv* podatkov|partner*|gdpr|podatk*',
  accept: 'sprejm*|sprejmem|strinjam se|strinjam|dovoli*|soglasam|privolim|omogoci vse|potrdi vse|=da|sprejemam*',
  reject:
    'prepove*|blokiraj*|zavrni*|zavracam|zavrnem|ne strinjam*|ne sprejm*|ne sprejmem|ne dovoli*|ne soglasam|brez sprejema|brez privolitve|brez soglasja|ne hvala|onemogoci vse|odklon*|ne sprejemam',
  not: 'ne|brez',
  no: 'ne',
  all: 'vse|vseh|vsem',
  only: 'samo|le|zgolj|izkljucno',
  necessary: 'nujn*|obvezn*|potrebn*|bistven*|tehnicn*|osnovn*|funkcionaln*',
  optional: 'neobvezn*|izbirn*|dodatn*|nenujn*',
  preferences: 'nastavit*|prilagod*|upravlja*|izbir*|moznosti|podrobnosti|prikazi podrobnosti|uredi|spremeni|izberi|nastavi',
  save: 'shrani*|uporabi nastavitve',
  choice: 'izbor|izbir*|izbran*|nastavit*',
  confirm: 'potrdi*|nadaljuj*|sprejmi|dovoli|uporabi',
  acknowledge: 'ok|okay|razumem|v redu|=nadaljuj|jasno|velja|prav',
  close: 'zapri*|skrij|kasneje|ne zdaj',
  withdraw: 'preklici*|umakni*|odstop*',
  other:
    'novic*|e novice|narocit*|prijav*|e posta|e posto|email|registr*|let|polnoletn*|18|jezik|drzav*|popust*|ponudb*|klepet*|sporocil*|geslo|racun|pogoj*|placil*|kosaric*|obvestil*|starost',
};
