// The notice in German.
import type { NoticeWords } from './notice-words.ts';

/** German words of the notice. */
export const de: NoticeWords = {
  tag: 'de',
  texts: {
    title: 'Cookies: Ihre Auswahl',
    text: 'Was hier folgt, bleibt ausgeschaltet, solange Sie nicht einwilligen. Sie können Ihre Antwort jederzeit ändern.',
    accept: 'Alle akzeptieren',
    reject: 'Alle ablehnen',
    preferences: 'Einzeln auswählen',
    wayBack: 'Ihre Cookie-Auswahl',
    preferencesTitle: 'Ihre Auswahl',
    preferencesText:
      'Hier entscheiden Sie, was diese Website auf Ihrem Gerät speichern oder von dort auslesen darf. Eine Änderung wirkt sofort.',
    save: 'Diese Auswahl speichern',
    withdraw: 'Alle meine Einwilligungen widerrufen',
    withdrawText: 'Schaltet alles ab, worin Sie eingewilligt haben, und entfernt, was diese Website dafür gespeichert hat.',
    object: 'Ich widerspreche',
    objectText: 'Sie können dem widersprechen, ohne Gründe zu nennen.',
    forget: 'Meine Auswahl vergessen',
    forgetText:
      'Entfernt Ihre Antworten von diesem Gerät und mit ihnen alles andere, was diese Website darauf gespeichert hat: Sie werden abgemeldet, und die Frage wird Ihnen erneut gestellt.',
    gpc: 'Global Privacy Control: Ihr Signal wird beachtet.',
  },
  labels: {
    saved: 'Ihre Auswahl ist gespeichert.',
    decide: 'Was Sie entscheiden',
    unasked: 'Was ohne Nachfrage läuft',
    nothingToDecide: 'Nichts auf dieser Website wartet auf Ihre Antwort.',
    allow: 'Erlauben',
    who: 'Wer',
    howLong: 'Wie lange',
    what: 'Was gespeichert oder geladen wird',
    basis: 'Rechtsgrundlage',
    profiling: 'Profilbildung',
    ifRefused: 'Wenn Sie ablehnen',
    onDevice: 'Auf Ihrem Gerät',
    nothingStored: 'nichts wird gespeichert',
    undo: 'Anders entscheiden',
    policy: 'Die Cookie-Richtlinie lesen',
    gpcEffect: 'Was es betrifft, ist ausgeschaltet, sofern Sie es nicht unten ausdrücklich erlauben.',
    gpcOff: 'Ausgeschaltet, weil Ihr Browser Global Privacy Control sendet.',
    objected: 'Ausgeschaltet: Sie haben widersprochen.',
    running: 'Eingeschaltet, bis Sie widersprechen.',
    stopped: 'Zurzeit ausgeschaltet.',
    failed: 'Ihre Antwort hat die Website nicht erreicht. Nichts hat sich geändert; bitte versuchen Sie es erneut.',
    receipt: 'Den Beleg speichern',
    close: 'Schließen',
  },
  states: {
    unset: 'Ausgeschaltet: Sie haben noch nicht geantwortet.',
    granted: 'Eingeschaltet: Sie haben eingewilligt.',
    denied: 'Ausgeschaltet: Sie haben abgelehnt.',
    objected: 'Ausgeschaltet: Sie haben widersprochen.',
  },
};
