// How Slovak words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Slovak. */
export const slovak: Lexicon = {
  language: 'sk',
  common:
    'a|v|na|k|sa|je|pre|s|z|do|o|ze|nase|nas|vase|vas|vam|tato|tieto|web|stranka|stranky|pouziva|pouzivame|ktore|aj|su|alebo|my|ako|podla|moje|nam|si|viac|ano|aby|vasej',
  cookies: 'cookie*|subor* cookie*',
  consent: 'suhlas*|sledovan*|podobne technologie|nasi partneri|reklam*',
  privacy: 'sukrom*|osobn* udaj*|ochran* udaj*|gdpr|partner*|udaj*',
  accept: 'prijat|prijm*|prijimam|suhlasim|akceptovat|akceptujem|povolit|povolujem|schvalit|udelit suhlas|=ano|zapnut vsetko',
  reject:
    'zakaz*|blokovat|odmiet*|odmietnut|zamiet*|nesuhlas*|neprijat|neprijm*|nepovolit|bez suhlasu|bez prijatia|nie dakujem|vypnut vsetko|zakazat*|neakcept*',
  not: 'nie|bez',
  no: 'nie',
  all: 'vsetk*|vsetko|vsetky',
  only: 'iba|len|vyhradne',
  necessary: 'nevyhnutn*|nutn*|technick*|zakladn*|potrebn*|povinn*|funkcn*',
  optional: 'volitelne|volitelnych|dalsie|nepovinn*',
  preferences:
    'nastav*|upravit|prisposob*|spravovat|sprava|predvolb*|moznosti|podrobnosti|zobrazit podrobnosti|detail*|zmenit|vybrat|preferenc*|personaliz*',
  save: 'uloz*|ulozit|pouzit nastavenia',
  choice: 'vyber|vybran*|volb*|nastaveni*|zvolen*|predvolby|moj vyber',
  confirm: 'potvrd*|potvrdzujem|pokracovat|prijat|povolit|pouzit',
  acknowledge: 'ok|okay|rozumiem|chapem|beriem na vedomie|jasne|=pokracovat|v poriadku|dobre',
  close: 'zatvor*|zavriet|skryt|neskor|teraz nie',
  withdraw: 'odvolat*|stiahnut suhlas|vziat spat',
  other:
    'newsletter*|odber|prihlas*|e mail*|email|registr*|rokov|plnolet*|18|jazyk|krajina|zlav*|ponuk*|chat*|sprav|heslo|ucet|podmienk*|platb*|kosik*|oznamen*|vek',
};
