// How Latvian words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Latvian. */
export const latvian: Lexicon = {
  language: 'lv',
  common:
    'un|ir|mes|musu|jus|jusu|si|so|vietne|timekla|vietni|lapa|izmanto|izmantojam|lai|no|ar|par|uz|ka|vai|tiek|sis|vairak|savu|savas|manas|var|tas|kas|jums|ja|ari|pec|sikak',
  cookies: 'sikdat*|cookie*|sikfail*',
  consent: 'piekrisan*|izsekos*|lidzigas tehnologijas|musu partneri|reklam*',
  privacy: 'privatum*|personas dat*|datu aizsardz*|gdpr|partner*|dati',
  accept: 'piekrit*|piekritu|pienemt*|pienem|atlaut|atlauju|akcept*|apstiprinat visas|=ja|laut',
  reject:
    'aizlie*|blok*|noraid*|noraidit|atteikt*|atteikties|atsakos|nepiekrit*|nepienemt|neatlaut|bez piekrisanas|nepiekritot|bez sikdatnem|ne paldies|ne pateicos|aizliegt*|izslegt visas',
  not: 'ne|nav|bez',
  no: 'ne',
  all: 'visas|visus|visam|viss|visiem|visu',
  only: 'tikai|vienigi',
  necessary: 'nepieciesam*|obligat*|butisk*|tehnisk*|funkcional*|pamata',
  optional: 'neobligat*|papildu|izveles|nebutisk*',
  preferences:
    'iestatijum*|pielagot*|pielag*|parvaldit*|parvald*|preferenc*|opcijas|detalas|radit detalas|mainit|izveleties|konfigur*|*iestatijumi',
  save: 'saglabat*|saglaba*|lietot',
  choice: 'izvel*|atlasi*|atlasit*|iestatijum*|izveleto*|izveletas',
  confirm: 'apstiprinat*|turpinat*|pienemt|atlaut|izmantot',
  acknowledge: 'ok|labi|sapratu|saprotu|=turpinat|skaidrs|kartiba',
  close: 'aizvert*|aizver|paslept|velak|ne tagad',
  withdraw: 'atsaukt*|atsauc*',
  other:
    'jaunum*|abonet*|pierakst*|e past*|epast*|email|pieslegties|registr*|gad*|pilngad*|18|valoda|valsts|atlaid*|piedavajum*|terzet*|zina|parole|konts|noteikum*|maksaj*|groz*|pazinojum*|vecum*',
};
