// How Polish words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Polish. */
export const polish: Lexicon = {
  language: 'pl',
  common:
    'i|w|z|na|do|sie|jest|ze|oraz|nasz|nasza|nasze|twoje|twoich|ta|ten|tej|strona|witryna|serwis|uzywa|uzywamy|korzystamy|aby|dla|przez|od|to|o|moje|tym|ktore|ich|swoje|lub|te|tak|po|naszej|wykorzystujemy',
  cookies: 'cookie*|ciastecz*|ciasteczka|plikow cookie*|pliki cookie*',
  consent: 'zgod*|sledz*|sledzeni*|podobne technologie|zaufani partnerzy|reklam*',
  privacy: 'prywatnos*|dane osobowe|danych osobowych|ochron* danych|rodo|partner*|danych',
  accept:
    'akceptuj*|zaakceptuj*|zgadzam sie|zgadzam|wyrazam zgode|zezwol*|zezwalam|przyjmuj*|wlacz wszystk*|akceptacja|wyraz zgode|pozwol*|pozwalam|=tak|przyjmij*',
  reject:
    'zakaz*|zabron*|zablokuj*|blokuj*|odrzu*|odmow*|odmawiam|nie zgadzam*|nie akceptuj*|nie wyrazam*|nie zezwal*|bez zgody|bez akceptacji|bez wyrazania|nie dziekuje|wylacz wszystk*|sprzeciw*|odrzucam|nie pozwal*|nie przyjmuj*',
  not: 'nie|bez',
  no: 'nie',
  all: 'wszystk*',
  only: 'tylko|wylacznie|jedynie',
  necessary: 'niezbedn*|koniecz*|wymagan*|podstawow*|techniczn*|funkcjonaln*|obowiazkow*',
  optional: 'opcjonaln*|dodatkow*|nieobowiazkow*|innych niz niezbedne',
  preferences:
    'pozwol mi wybrac|wybrac|ustawien*|dostosuj|dostosowa*|zarzadza*|preferencj*|opcje|opcji|wiecej opcji|szczegoly|pokaz szczegoly|skonfiguruj|konfigur*|personalizuj|zmien|wybierz|spersonalizuj',
  save: 'zapisz*|zapisuj*|zachowaj*|zastosuj',
  choice: 'wybor*|wybran*|ustawien*|zaznaczon*|preferencj*',
  confirm: 'potwierd*|kontynuuj|przejdz*|zatwierdz*|akceptuj*|zezwol*|dalej|uzywaj|zaakceptuj',
  acknowledge: 'ok|okay|rozumiem|zrozumialem|zrozumiano|jasne|=kontynuuj|=dalej|w porzadku|dobrze|przejdz do serwisu|przyjalem*',
  close: 'zamkni*|zamykam|ukryj|nie teraz|pozniej|pomin',
  withdraw: 'wycof*|cofnij*|odwolaj*',
  other:
    'newsletter*|zapisz sie|subskryb*|e mail*|email|zaloguj*|zarejestr*|lat|pelnoletn*|18|jezyk|kraj|rabat*|znizk*|ofert*|czat*|wiadomos*|haslo|konto|regulamin*|platnos*|koszyk*|powiadom*|wiek',
};
