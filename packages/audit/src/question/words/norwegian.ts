// How Norwegian words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Norwegian. */
export const norwegian: Lexicon = {
  language: 'nb',
  common:
    'og|vi|du|din|dine|ditt|pa|til|at|er|for|med|en|et|den|det|av|om|de|i|var|vare|vart|nettside|nettstedet|nettsted|bruker|som|kan|har|eller|denne|disse|jeg|min|mine|mitt|oss|ogsa|ja|her|mer|fra|a',
  cookies: 'informasjonskaps*|cookie*|*cookies|kjeks',
  consent: 'samtyk*|sporing*|sporings*|tracking*|lignende teknologi*|vare partnere|annons*',
  privacy: 'personlig* informasjon|personlige data|personvern*|personopplysning*|gdpr|partnere|data',
  accept: 'godta*|aksepter*|tillat*|samtykk*|samtykker|gi samtykke|jeg godtar|enig|jeg er enig|sla pa alle|=ja|ja takk|godkjenn*',
  reject:
    'forby*|blokker*|avvis*|avsla*|nei takk|nekt*|ikke godta*|godtar ikke|ikke aksepter*|aksepterer ikke|ikke tillat*|tillater ikke|uten a godta*|uten a akseptere|uten samtykke|uten informasjonskaps*|samtykker ikke|ikke enig|sla av alle|forkast*|reserver*',
  not: 'ikke|uten|aldri',
  no: 'nei|av',
  all: 'alle|alt|samtlige',
  only: 'kun|bare|utelukkende',
  necessary: 'nodvendig*|essensiel*|pakrevd*|obligatorisk*|teknisk*|funksjonel*|strengt|grunnleggende',
  optional: 'ikke nodvendig*|unodvendig*|valgfri*|valgfrie|ytterligere',
  preferences:
    'innstilling*|*innstillinger|tilpass*|administrer*|preferans*|valgmuligheter|vis detaljer|detaljer|velg selv|velg|rediger|endre|flere valg|styr|behandle valg',
  save: 'lagre*|lagr|bruk valg*',
  choice: 'valg|valgte|utvalg*|preferanser|innstillinger',
  confirm: 'bekreft*|fortsett*|godta|tillat|bruk|ga videre',
  acknowledge: 'ok|okei|okay|forstatt|jeg forstar|skjonner|jeg skjonner|=fortsett|greit|den er grei|det er greit|skjonner det',
  close: 'lukk*|skjul|senere|ikke na',
  withdraw: 'trekk*|tilbakekall*',
  other:
    'nyhetsbrev*|meld deg pa|abonner*|e post*|epost|email|logg inn|registrer*|ar gammel|fylt|18|sprak|land|rabatt*|tilbud|chat*|melding|passord|konto|vilkar|betal*|handlekurv|varsl*|alder',
};
