// How Danish words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Danish. */
export const danish: Lexicon = {
  language: 'da',
  common:
    'og|vi|du|din|dine|dit|pa|til|at|er|for|med|en|et|den|det|af|om|de|i|vores|hjemmeside|side|bruger|anvender|som|kan|har|eller|denne|disse|jeg|min|mine|mit|os|ogsa|ja|her|mere|fra',
  cookies: 'cookie*|*cookies',
  consent: 'samtyk*|sporing*|tracking*|lignende teknologi*|vores partnere|annonc*',
  privacy: 'personlig* oplysninger|privatliv*|persondata*|personoplysning*|databeskyt*|gdpr|partnere|data',
  accept: 'accepter*|tillad*|godkend*|giv samtykke|jeg er enig|enig|samtykker|jeg samtykker|sla alle til|=ja|ja tak|acceptér*',
  reject:
    'forbyd*|bloker*|afvis*|afsla*|nej tak|nej til alle|ikke accepter*|accepterer ikke|ikke tillad*|tillader ikke|uden at acceptere|uden accept|uden samtykke|uden cookies|ikke enig|sla alle fra|naegt*|nægt*|fravælg*|fravaelg*|afviser',
  not: 'ikke|uden|aldrig',
  no: 'nej|fra',
  all: 'alle|alt|samtlige',
  only: 'kun|blot|udelukkende',
  necessary: 'nodvendig*|essentiel*|pakraev*|påkræv*|teknisk*|funktionel*|strengt|grundlæggende',
  optional: 'ikke nodvendig*|unødvendig*|valgfri*|valgfrie|yderligere',
  preferences:
    'indstilling*|*indstillinger|tilpas*|administrer*|praeferenc*|præferenc*|valgmuligheder|vis detaljer|detaljer|vælg selv|vaelg selv|rediger|skift|styr|flere valg|vælg|personlig*',
  save: 'gem|gemme|anvend',
  choice: 'valg|valgte|praeferencer|præferencer|indstillinger|udvalgte',
  confirm: 'bekraeft*|bekræft*|fortsaet*|fortsæt*|accepter|tillad|brug|videre',
  acknowledge: 'ok|okay|forstaet|forstået|jeg forstar|jeg forstår|=fortsæt|=videre|det er i orden|fint|i orden|den er fin|modtaget',
  close: 'luk*|skjul|senere|ikke nu',
  withdraw: 'traek*|træk*|tilbagetr*|tilbagekald*',
  other:
    'nyhedsbrev*|tilmeld*|abonner*|e mail*|email|log ind|login|opret|ar gammel|18|sprog|land|rabat*|tilbud|chat*|besked|adgangskode|konto|betingelser|vilkår|vilkar|betal*|kurv|notifikation*|alder',
};
