// How German words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** German. */
export const german: Lexicon = {
  language: 'de',
  common:
    'und|der|die|das|wir|ihre|ihr|sie|zu|auf|mit|fur|von|ist|im|in|den|dem|des|ein|eine|unsere|unserer|uns|diese|dieser|website|webseite|nutzen|verwenden|um|oder|auch|ich|bitte|sind|werden|mehr|ja|jetzt|bin|meine|hier',
  cookies: 'cookie*|*cookie|*cookies',
  consent: 'einwillig*|zustimm*|tracking*|tracker*|nachverfolg*|ahnliche technolog*|werbepartner*',
  privacy: 'personliche* daten|personliche* informationen|datenschutz*|privatsphare*|personenbezogen*|dsgvo|partner*|daten',
  accept:
    'akzeptier*|zustimmen|stimme zu|zulassen|erlaub*|einverstanden|annehm*|einwilligen|alle auswahlen|alles auswahlen|aktivier*|gestatt*|stimme allen zu|=ja|ja gerne|in ordnung|zustimmung erteilen',
  reject:
    'verbiet*|blockier*|unterbind*|lehne ab|ablehn*|lehne*|verweiger*|nicht zustimm*|stimme nicht zu|nicht akzeptier*|nicht erlaub*|nicht zulassen|nicht einverstanden|widersprech*|ohne zustimm*|ohne einwillig*|ohne akzept*|ohne einverst*|ohne cookies|ohne tracking|nein danke|alle deaktivier*|alles deaktivier*|untersag*|zuruckweis*',
  not: 'nicht|ohne|keine|kein|nie',
  no: 'nein|aus',
  all: 'aller|alle|allen|alles|samtliche',
  only: 'nur|lediglich|ausschliesslich',
  necessary: 'notwendig*|erforderlich*|essen?iell*|technisch*|funktional*|unbedingt|benotigt*|notige*',
  optional: 'nicht notwendig*|nicht essen?iell*|nicht erforderlich*|optional*|zusatzlich*|nicht technisch*|statistik*|marketing',
  preferences:
    '*einstellung*|*einstellen|anpassen|verwalt*|individuell*|konfigur*|option*|details|auswahlen|selbst entscheiden|bearbeiten|prafer*|andern|personalisier*|weitere optionen|zwecke*|=mehr|anzeigen|wahlen',
  save: 'speicher*|ubernehm*|sichern',
  choice: '*auswahl*|*einstellung*|ausgewahlt*|aktuelle*|entscheidung|gewahlte*',
  confirm: 'bestatig*|fortfahren|weiter|akzeptier*|erlaub*|zulassen|zustimmen|verwenden',
  acknowledge:
    'ok|okay|verstanden|alles klar|ich verstehe|geht klar|=weiter|weiter zur*|zur kenntnis genommen|passt|gelesen|=fortfahren|habe verstanden',
  close: 'schliess*|ausblenden|spater|verbergen|nicht jetzt',
  withdraw: 'widerruf*|zuruckzieh*|zurucknehm*',
  other:
    'newsletter*|anmeld*|abonnier*|e mail*|email|registrier*|jahre alt|volljahrig*|18|sprache|land|rabatt*|gutschein*|chat*|nachricht*|passwort|konto|agb|nutzungsbeding*|zahl*|warenkorb|einlogg*|benachrichtig*|standort|umfrage|alter',
};
