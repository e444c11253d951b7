// The notice in English.
import type { NoticeWords } from './notice-words.ts';

/** English words of the notice. */
export const en: NoticeWords = {
  tag: 'en',
  texts: {
    title: 'Cookies: your choice',
    text: 'The following stays off unless you agree. You can change your answer at any time.',
    accept: 'Accept all',
    reject: 'Reject all',
    preferences: 'Choose one by one',
    wayBack: 'Your cookie choices',
    preferencesTitle: 'Your choices',
    preferencesText: 'Here you decide what this site may store on your device or read from it. A change takes effect at once.',
    save: 'Save these choices',
    withdraw: 'Withdraw everything I agreed to',
    withdrawText: 'Turns off whatever you agreed to and removes what this site had stored for it.',
    object: 'I object',
    objectText: 'You may object to this without giving a reason.',
    forget: 'Forget my choices',
    forgetText:
      'Removes your answers from this device, and with them everything else this site has stored on it: you are logged out, and the question is put to you again.',
    gpc: 'Global Privacy Control: your signal is honoured.',
  },
  labels: {
    saved: 'Your choices are saved.',
    decide: 'What you decide',
    unasked: 'What runs without a question',
    nothingToDecide: 'Nothing on this site waits for your answer.',
    allow: 'Allow',
    who: 'Who',
    howLong: 'How long',
    what: 'What is stored or loaded',
    basis: 'Basis',
    profiling: 'Profiling',
    ifRefused: 'If you refuse',
    onDevice: 'On your device',
    nothingStored: 'nothing is stored',
    undo: 'Change your mind',
    policy: 'Read the cookies policy',
    gpcEffect: 'What it covers is off unless you expressly allow it below.',
    gpcOff: 'Off, because your browser sends Global Privacy Control.',
    objected: 'Off: you objected.',
    running: 'On, until you object.',
    stopped: 'Off at present.',
  },
  states: {
    unset: 'Off: you have not answered yet.',
    granted: 'On: you agreed.',
    denied: 'Off: you refused.',
    objected: 'Off: you objected.',
  },
};
