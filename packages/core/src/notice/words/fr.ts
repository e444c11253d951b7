// The notice in French.
import type { NoticeWords } from './notice-words.ts';

/** French words of the notice. */
export const fr: NoticeWords = {
  tag: 'fr',
  texts: {
    title: 'Cookies\u00a0: votre choix',
    text: 'Ce qui suit reste désactivé sans votre accord. Vous pouvez changer de réponse à tout moment.',
    accept: 'Tout accepter',
    reject: 'Tout refuser',
    preferences: 'Choisir un par un',
    wayBack: 'Vos choix de cookies',
    preferencesTitle: 'Vos choix',
    preferencesText: 'Vous décidez ici de ce que ce site peut stocker sur votre appareil ou y lire. Une modification prend effet aussitôt.',
    save: 'Enregistrer ces choix',
    withdraw: 'Retirer tous mes accords',
    withdrawText: 'Désactive tout ce que vous avez accepté et supprime ce que ce site avait stocké à ce titre.',
    object: 'Je m’oppose',
    objectText: 'Vous pouvez vous y opposer sans donner de raison.',
    forget: 'Oublier mes choix',
    forgetText:
      'Supprime de cet appareil vos réponses et tout ce que ce site y a enregistré : vous êtes déconnecté, et la question vous sera posée à nouveau.',
    gpc: 'Global Privacy Control\u00a0: votre signal est respecté.',
  },
  labels: {
    saved: 'Vos choix sont enregistrés.',
    decide: 'Ce que vous décidez',
    unasked: 'Ce qui fonctionne sans question',
    nothingToDecide: 'Rien sur ce site n’attend votre réponse.',
    allow: 'Autoriser',
    who: 'Qui',
    howLong: 'Combien de temps',
    what: 'Ce qui est stocké ou chargé',
    basis: 'Fondement',
    profiling: 'Profilage',
    ifRefused: 'Si vous refusez',
    onDevice: 'Sur votre appareil',
    nothingStored: 'rien n’est stocké',
    undo: 'Changer d’avis',
    policy: 'Lire la politique relative aux cookies',
    gpcEffect: 'Ce qu’il vise est désactivé, sauf ce que vous autorisez expressément ci-dessous.',
    gpcOff: 'Désactivé, car votre navigateur envoie le signal Global Privacy Control.',
    objected: 'Désactivé\u00a0: vous vous êtes opposé.',
    running: 'Activé, jusqu’à votre opposition.',
    stopped: 'Désactivé pour le moment.',
  },
  states: {
    unset: 'Désactivé\u00a0: vous n’avez pas encore répondu.',
    granted: 'Activé\u00a0: vous avez accepté.',
    denied: 'Désactivé\u00a0: vous avez refusé.',
    objected: 'Désactivé\u00a0: vous vous êtes opposé.',
  },
};
