import { expect, test } from 'vitest';
import type { Wish } from '../src/states/lexicon.ts';
import { labels } from '../src/states/lexicon.ts';

const said: { readonly [W in Wish]: readonly string[] } = {
  accept: [
    'Accept',
    'Accept all',
    'Accept all cookies',
    'I agree',
    'OK',
    'Got it!',
    'Allow all',
    'Tout accepter',
    'Accepter',
    "J'accepte",
    'J’accepte',
    'Accepter et fermer',
  ],
  reject: [
    'Reject',
    'Reject all',
    'Decline',
    'No thanks',
    'Only necessary cookies',
    'Necessary only',
    'Tout refuser',
    'Refuser',
    'Continuer sans accepter',
    'Continue without accepting',
  ],
  preferences: ['Cookie settings', 'Manage preferences', 'Customise', 'Personnaliser', 'Gérer mes choix', 'Paramétrer'],
  withdraw: ['Withdraw', 'Withdraw consent', 'Revoke my consent', 'Retirer mon consentement'],
  'way-back': ['Cookie settings', 'Manage cookies', 'Your privacy choices', 'Gérer mes cookies', 'Préférences cookies'],
};

test('A31 the usual English and French labels are understood', () => {
  for (const [wish, words] of Object.entries(said))
    for (const word of words) expect([word, labels[wish as Wish].test(word)]).toEqual([word, true]);
});

test('A31 no label of a refusal reads as an acceptance, nor the other way round', () => {
  for (const word of said.reject) expect([word, labels.accept.test(word)]).toEqual([word, false]);
  for (const word of said.accept) expect([word, labels.reject.test(word)]).toEqual([word, false]);
});

test('A31 parts of sentences and other buttons are not labels', () => {
  for (const word of ['Accept payment by card', 'Search', 'Refuse collection days', 'Okayama prefecture', 'Send']) {
    for (const pattern of Object.values(labels)) expect([word, pattern.test(word)]).toEqual([word, false]);
  }
});
