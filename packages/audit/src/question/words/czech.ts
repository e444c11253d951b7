// How Czech words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Czech. */
export const czech: Lexicon = {
  language: 'cs',
  common:
    'muj|svuj|svou|a|v|na|k|se|je|pro|s|z|do|o|ze|nase|nas|vase|vas|vam|tento|tyto|web|stranky|pouziva|pouzivame|ktere|i|jsou|nebo|my|tim|jak|podle|moje|webu|nam|si|vice|ano|aby|vasi|vasem|jejich',
  cookies: 'cookie*|soubor* cookie*|susen*',
  consent: 'souhlas*|sledov*|sledovac*|podobne technologie|nasi partneri|reklam*',
  privacy: 'soukrom*|osobni* udaj*|ochran* udaj*|gdpr|partner*|udaj*',
  accept:
    'prijm*|prijmout|prijimam|souhlasim|akceptovat|akceptuji|povolit|povolte|povoluji|schvalit|udelit souhlas|=ano|ano souhlasim|zapnout vse',
  reject:
    'zakaz*|blokovat|odmit*|odmitnout|odmitam|zamit*|nesouhlas*|neprijm*|neprijimat|nepovolit|bez souhlasu|bez prijeti|ne dekuji|vypnout vse|zakazat*|neakcept*|nepovoluji',
  not: 'ne|bez',
  no: 'ne',
  all: 'vse|vsechny|vsechno|vsem',
  only: 'pouze|jen|jenom|vyhradne',
  necessary: 'nezbytn*|nutn*|technick*|zakladn*|potrebn*|povinn*|funkcn*',
  optional: 'volitelne|volitelnych|dalsi|nepovinn*',
  preferences:
    'nastav*|upravit|prizpusob*|spravovat|sprava|predvolb*|moznosti|podrobn*|zobrazit podrobnosti|vlastni nastaveni|detail*|zmenit|vybrat|prispusobit|preferenc*|personaliz*',
  save: 'uloz*|ulozit|pouzit nastaveni',
  choice: 'muj vyber|vyber|vybran*|volb*|nastaveni|zvolen*|predvolby|moje volby',
  confirm: 'potvrd*|potvrzuji|pokracovat|prijmout|povolit|pouzit',
  acknowledge: 'ok|okay|rozumim|chapu|beru na vedomi|jasne|=pokracovat|v poradku|dobre|souhlas ok',
  close: 'zavrit|zavri|skryt|pozdeji|ted ne|zavreni',
  withdraw: 'odvolat*|odvolavam|vzit zpet|stahnout souhlas',
  other:
    'newsletter*|odber|prihlas*|e mail*|email|registr*|let|plnolet*|18|jazyk|zeme|sleva|slev*|nabid*|chat*|zprav*|heslo|ucet|podmink*|platb*|kosik*|oznamen*|vek',
};
