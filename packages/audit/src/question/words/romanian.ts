// How Romanian words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Romanian. */
export const romanian: Lexicon = {
  language: 'ro',
  common:
    'si|de|la|pe|in|cu|pentru|din|un|o|sa|se|este|sunt|va|ne|nostru|noastra|nostri|dumneavoastra|dvs|acest|aceste|site|site ul|foloseste|folosim|utilizeaza|utilizam|care|ca|al|ale|mai|sau|ti|iti|tau|mele|mea|meu|prin|acestui',
  cookies: 'cookie*|module cookie|modulele cookie',
  consent: 'consimt*|acordul|urmarir*|tehnologii similare|partenerii nostri|publicitat*',
  privacy: 'informatii* personale|confidentialit*|date personale|date cu caracter personal|protectia datelor|parteneri*|gdpr|datele',
  accept: 'accept*|sunt de acord|de acord|permit*|permite*|aprob*|consimt|activeaza toate|=da|imi dau acordul',
  reject:
    'interzi*|bloche*|refuz*|respin*|declin*|nu accept*|nu sunt de acord|nu permit*|fara a accepta|fara acceptare|fara consimt*|fara cookie*|fara acord|nu multumesc|dezactiveaza toate|interzice*',
  not: 'nu|fara',
  no: 'nu',
  all: 'toate|tot|toti|tuturor',
  only: 'doar|numai|exclusiv|strict',
  necessary: 'necesar*|esential*|obligator*|tehnic*|functional*|indispensabil*',
  optional: 'neesential*|optional*|suplimentar*|nenecesar*',
  preferences:
    'setari*|personaliz*|preferint*|gestion*|administr*|configur*|optiuni*|detalii|afiseaza detalii|modific*|alege|mai multe optiuni|ajust*',
  save: 'salv*|pastreaza|aplica',
  choice: 'selecti*|selectat*|alegeri*|alegerea|preferint*|setari*|optiuni*',
  confirm: 'confirm*|continu*|accepta|permite|foloseste',
  acknowledge: 'ok|okay|am inteles|inteles|inteleg|=continua|bine|clar|am luat la cunostinta',
  close: 'inchid*|ascunde|mai tarziu|nu acum',
  withdraw: 'retrag*|revoc*',
  other:
    'newsletter*|aboneaz*|inscrie*|e mail*|email|autentific*|inregistr*|ani|major|18|limba|tara|reduc*|ofert*|chat*|mesaj|parola|cont|termeni*|plat*|cos|notificar*|varsta',
};
