// How English words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** English. */
export const english: Lexicon = {
  language: 'en',
  common:
    'the|and|to|of|a|in|we|our|you|your|us|for|on|this|that|with|is|are|it|by|or|my|i|m|s|me|these|use|uses|using|site|website|can|please|yes|now|here|be|from|more|at|as|will|have|web|let|also',
  cookies: 'cookie*',
  consent:
    'consent*|track|tracker*|tracking|advertising partners|our partners|ad partners|personali?ed ads|personali?ed advert*|store and or access|similar technolog*|data choices',
  privacy: 'your data|privacy|personal data|personal information|data protection|gdpr|partners|measurement',
  accept:
    'i m happy*|yes i m happy|accept*|agree*|allow*|approve*|consent to*|i consent|give consent|=consent|opt in|enable all|turn on all|that s ok|that s fine|fine with me|fine by me|ok with me|happy with*|count me in|sounds good|yes please|=yes|say yes|sure',
  reject:
    'forbid*|prohibit*|reject*|refus*|declin*|deny*|denied|disagree*|disallow*|opt out|disable all|turn off all|no thanks|no thank you|do not sell*|don t sell*|do not track|don t track*|object to all|object all|block all|say no|without accepting|without agreeing|without consent*|without cookies|without tracking|not now thanks|not accept*|not agree*|not allow*|not consent*|don t accept*|don t allow*|don t agree*|leave them off|keep them off',
  not: 'not|don t|never|without|no',
  no: 'no|nope|off',
  all: 'all|every|everything|any',
  only: 'only|just',
  necessary: 'necessary|essential*|required|strictly necessary|functional|mandatory|needed|technical*|basic',
  optional:
    'non essential*|nonessential*|non necessary|unnecessary|not necessary|not essential|optional|additional|analytics|marketing|statistic*|others|non required',
  preferences:
    'manage*|preference*|setting*|customi?e*|configure*|options|option|choose|choices|review|let me choose|show details|=details|show purposes|purposes|vendors|more choices|learn more and customi?e|adjust*|change*|edit*|personali?e|=more|see details|view details',
  save: 'save*|apply*|store my*|submit*',
  choice: 'selection|selected|choice|choices|preference*|setting*|current|chosen|ticked',
  confirm: 'confirm*|continue*|proceed*|use|accept*|allow*|agree*|done|finish',
  acknowledge:
    'ok|okay|o k|got it|understood|i understand|understand|=continue|=proceed|all right|alright|i see|fine|great|cool|thanks|thank you|noted|i m ok|continue to site|continue browsing|continue to*|carry on|i get it|dismiss and continue|=done',
  close: 'close*|dismiss*|hide*|=x|not now|maybe later|later|skip',
  withdraw: 'withdraw*|revoke*|retract*|take back',
  other:
    'newsletter*|subscrib*|sign up|sign in|log in|login|register|email*|e mail*|years old|years of age|your age|of age|old enough|verify your|18|21|language|country|region|currency|discount*|offer*|chat*|message|password|account|terms|payment*|pay|cart|checkout|download the app|install*|app|notification*|location|delivery|survey|feedback|policy|address|gift|free shipping|code',
};
