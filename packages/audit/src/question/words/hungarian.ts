// How Hungarian words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Hungarian. */
export const hungarian: Lexicon = {
  language: 'hu',
  common:
    'a|az|es|hogy|is|egy|mi|on|onnek|ez|ezt|ezek|weboldal|weboldalunk|oldal|honlap|hasznal|hasznalunk|nem|meg|vagy|mint|hoz|van|azt|ha|de|nalunk|sajat|erdekeben|tovabbi|celjabol|kell|mar|soran|altal|kerem',
  cookies: 'suti*|cookie*|sutik*',
  consent: 'hozzajarul*|beleegyez*|kovet*|nyomkovet*|hasonlo technolog*|partnereink*|hirdet*',
  privacy: 'adatvedel*|szemelyes adat*|adatkezel*|maganszfer*|gdpr|partner*|adatok',
  accept: 'elfogad*|hozzajarulok|engedelyez*|egyetertek|rendben elfogad*|beleegyezem|jovahagy*|mindet elfogad*|=igen|megenged*',
  reject:
    'elutasit*|visszautasit*|tilt*|blokkol*|megtilt*|visszautas*|mellozes|nem fogadom el|elutasit*|visszautasit*|nem fogad*|nem elfogad*|nem jarulok hozza|nem engedelyez*|nem ertek egyet|nem egyezem*|elfogadas nelkul|hozzajarulas nelkul|beleegyezes nelkul|sutik nelkul|nem koszonom|koszonom nem|letilt*|tiltas|kikapcsol*|megtagad*',
  not: 'nem|nelkul|ne',
  no: 'nem',
  all: 'osszes*|minden*|mindet|mind|mindegyik*',
  only: 'csak|kizarolag|csupan',
  necessary: 'szukseges*|elengedhetetlen*|alapveto*|kotelezo*|technikai*|nelkulozhetetlen*|mukodeshez',
  optional: 'nem szukseges*|opcionalis*|tovabbi*|nem kotelezo*|valaszthato*',
  preferences:
    'beallit*|testreszab*|kezel*|preferenci*|lehetoseg*|reszletek*|reszletek megjelenitese|szemelyre szab*|modosit*|valaszt*|opciok|reszletes*',
  save: 'ment*|mentes*|elment*|alkalmaz*',
  choice: 'valaszt*|kivalaszt*|kijelolt*|beallitas*|kivalasztott*',
  confirm: 'megerosit*|folytat*|tovabb|elfogad*|engedelyez*|hasznal*|jovahagy*',
  acknowledge: 'ok|oke|okay|ertem|megertettem|rendben|=tovabb|=folytatas|tudomasul vettem|vilagos',
  close: 'bezar*|becsuk*|elrejt*|kesobb|most nem',
  withdraw: 'visszavon*',
  other:
    'hirlevel*|feliratkoz*|e mail*|email|bejelentkez*|regisztr*|eves|elmult|nagykoru*|18|nyelv*|orszag|kedvezmeny*|ajanlat*|chat*|uzenet*|jelszo|fiok|feltetelek|aszf|fizet*|kosar*|ertesites*|eletkor',
};
