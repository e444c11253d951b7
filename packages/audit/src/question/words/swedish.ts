// How Swedish words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Swedish. */
export const swedish: Lexicon = {
  language: 'sv',
  common:
    'och|vi|du|din|dina|ditt|pa|till|att|ar|for|med|en|ett|den|det|av|om|de|i|var|vara|webbplats|webbplatsen|sida|anvander|som|kan|har|eller|denna|dessa|jag|min|mina|mitt|oss|ocksa|ja|mer|fran|genom',
  cookies: 'kakor|kakorna|kaka|cookie*|*kakor|webbkak*',
  consent: 'samtyck*|sparning*|tracking*|liknande teknik*|vara partner*|annons*',
  privacy: 'personlig* information|personliga data|integritet*|personuppgift*|dataskydd*|gdpr|partner*|uppgifter',
  accept: 'accepter*|godkann*|tillat*|samtycker|jag samtycker|ge samtycke|jag haller med|gar med pa|sla pa alla|=ja|ja tack|jag godkanner',
  reject:
    'forbjud*|blockera*|avbojer|neka|avvis*|neka*|avboj*|vagra*|nej tack|inte accepter*|accepterar inte|godkann inte|godkanner inte|inte godkann*|tillat inte|tillater inte|inte tillat*|utan att acceptera|utan att godkanna|utan samtycke|utan cookies|utan kakor|samtycker inte|stang av alla|avsla*|forkast*',
  not: 'inte|utan|ej|aldrig',
  no: 'nej|av',
  all: 'alla|allt|samtliga',
  only: 'endast|bara|enbart',
  necessary: 'nodvandig*|essentiel*|obligatorisk*|teknisk*|funktionell*|strikt|grundlaggande|kravs',
  optional: 'icke nodvandig*|ej nodvandig*|valfri*|ytterligare|onodvandig*',
  preferences:
    'installning*|*installningar|anpass*|hanter*|preferens*|alternativ|visa detaljer|detaljer|valj sjalv|valj|andra|redigera|fler val|mina val',
  save: 'spara*|tillampa|lagra mina*',
  choice: 'val|valda|urval|markerade|preferenser|installningar',
  confirm: 'bekrafta*|fortsatt*|acceptera|tillat|anvand|ga vidare|godkann',
  acknowledge: 'ok|okej|okay|jag forstar|forstatt|uppfattat|=fortsatt|da forstar jag|bra|det ar ok|jag fattar|klart',
  close: 'stang*|dolj|senare|inte nu',
  withdraw: 'aterkall*|ta tillbaka|dra tillbaka',
  other:
    'nyhetsbrev*|prenumerer*|anmal*|e post*|epost|mejl|email|logga in|registrer*|ar gammal|fyllt|18|sprak|land|rabatt*|erbjudande*|chatt*|meddelande|losenord|konto|villkor|betal*|varukorg|notis*|alder',
};
