// The notice in Polish.
import type { NoticeWords } from './notice-words.ts';

/** Polish words of the notice. */
export const pl: NoticeWords = {
  tag: 'pl',
  texts: {
    title: 'Pliki cookie: Państwa wybór',
    text: 'To, co wymieniono poniżej, pozostaje wyłączone, dopóki nie wyrażą Państwo zgody. Odpowiedź można w każdej chwili zmienić.',
    accept: 'Zaakceptuj wszystkie',
    reject: 'Odrzuć wszystkie',
    preferences: 'Wybierz pojedynczo',
    wayBack: 'Państwa wybór plików cookie',
    preferencesTitle: 'Państwa wybór',
    preferencesText:
      'Tutaj decydują Państwo, co ten serwis może zapisywać na Państwa urządzeniu lub z niego odczytywać. Zmiana działa od razu.',
    save: 'Zapisz ten wybór',
    withdraw: 'Wycofaj wszystkie moje zgody',
    withdrawText: 'Wyłącza wszystko, na co wyrazili Państwo zgodę, i usuwa to, co serwis zapisał w tym celu.',
    object: 'Wnoszę sprzeciw',
    objectText: 'Mogą Państwo wnieść sprzeciw bez podawania przyczyny.',
    forget: 'Zapomnij mój wybór',
    forgetText:
      'Usuwa z tego urządzenia Państwa odpowiedzi, a wraz z nimi wszystko inne, co zapisał na nim ten serwis: nastąpi wylogowanie, a pytanie zostanie zadane ponownie.',
    gpc: 'Global Privacy Control: Państwa sygnał jest respektowany.',
  },
  labels: {
    saved: 'Państwa wybór został zapisany.',
    decide: 'O czym Państwo decydują',
    unasked: 'Co działa bez pytania',
    nothingToDecide: 'Nic w tym serwisie nie czeka na Państwa odpowiedź.',
    allow: 'Zezwalam',
    who: 'Kto',
    howLong: 'Jak długo',
    what: 'Co jest zapisywane lub wczytywane',
    basis: 'Podstawa prawna',
    profiling: 'Profilowanie',
    ifRefused: 'W razie odmowy',
    onDevice: 'Na Państwa urządzeniu',
    nothingStored: 'nic nie jest zapisywane',
    undo: 'Zmiana decyzji',
    policy: 'Przeczytaj politykę plików cookie',
    gpcEffect: 'To, czego on dotyczy, jest wyłączone, chyba że wyraźnie zezwolą Państwo na to poniżej.',
    gpcOff: 'Wyłączone, ponieważ Państwa przeglądarka wysyła sygnał Global Privacy Control.',
    objected: 'Wyłączone: wniesiono sprzeciw.',
    running: 'Włączone do czasu wniesienia sprzeciwu.',
    stopped: 'Obecnie wyłączone.',
    failed: 'Państwa odpowiedź nie dotarła do serwisu. Nic się nie zmieniło; prosimy spróbować ponownie.',
    receipt: 'Zapisz potwierdzenie',
    close: 'Zamknij',
  },
  states: {
    unset: 'Wyłączone: nie udzielono jeszcze odpowiedzi.',
    granted: 'Włączone: wyrażono zgodę.',
    denied: 'Wyłączone: odmówiono zgody.',
    objected: 'Wyłączone: wniesiono sprzeciw.',
  },
};
