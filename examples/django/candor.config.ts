// The declaration of the library: Django's three cookies under Django's own names, the choice, and what its admin keeps in the browser.
import type { Because } from '@candor/core';
import { defineDeclaration } from 'candor';

const day = 86_400;
const halfYear = 182 * day;

const directive: Because = {
  source: 'Directive 2002/58/EC Article 5(3); Article 29 Working Party, Opinion 04/2012',
  asOf: '2026-11-23',
  verified: false,
};

const host = 'library.localhost';
const scope = { host, path: '/', partitioned: false } as const;
const cookie = { kind: 'cookie', scopes: [scope], secure: true, sameSite: 'lax' } as const;
const admin = {
  origins: [`http://${host}:4600`],
  provider: 'library',
  purposes: ['back-office'],
  locations: ['back-office'],
  setWhen: { on: 'action', requests: [{ hosts: [host], paths: ['/admin/*'] }] },
  recipients: [],
} as const;

export default defineDeclaration({
  language: 1,
  version: '1.0.0',
  date: '2026-11-23',
  languages: ['en', 'fr'],
  site: {
    name: { en: 'Harbour Library', fr: 'Bibliothèque du port' },
    hosts: [host],
    prefix: '/cookies',
    timeZone: 'Europe/Paris',
    choiceScope: scope,
    locations: {
      'front-office': { label: { en: 'front office', fr: 'front office' }, match: { hosts: [host] } },
      'back-office': { label: { en: 'back office', fr: 'back office' }, match: { hosts: [host], paths: ['/admin', '/admin/*'] } },
    },
  },
  profiles: { default: 'eu-base', offered: ['eu-base', 'fr'] },
  controller: {
    provider: 'library',
    address: '2 Quay of the Nets, Old Harbour, France',
    contact: 'privacy@harbour-library.example',
    dpo: 'dpo@harbour-library.example',
    hostingCountry: 'FR',
  },
  providers: {
    library: { name: 'Harbour Library', country: 'FR', role: 'controller', policy: 'https://harbour-library.example/privacy' },
  },
  purposes: {
    platform: {
      number: 1,
      revision: 1,
      category: 'necessary',
      name: { en: 'The site itself', fr: 'Le site lui-même' },
      text: {
        en: 'Logging in, forms that no other site can send in your name, and keeping your answer about cookies.',
        fr: 'La connexion, des formulaires qu’aucun autre site ne peut envoyer en votre nom, et la conservation de votre réponse sur les cookies.',
      },
      consequence: {
        en: 'Without these you could not log in, and would be asked about cookies on every page.',
        fr: 'Sans cela, vous ne pourriez pas vous connecter, et la question des cookies reviendrait à chaque page.',
      },
      basis: { default: { kind: 'exempt', ground: 'requested-service', because: directive } },
    },
    language: {
      number: 2,
      revision: 1,
      category: 'preferences',
      name: { en: 'The language you picked', fr: 'La langue choisie' },
      text: { en: 'Kept only after you picked a language.', fr: 'Conservée seulement après que vous avez choisi une langue.' },
      consequence: {
        en: 'Without it each page would come in your browser’s language.',
        fr: 'Sans elle, chaque page viendrait dans la langue de votre navigateur.',
      },
      basis: { default: { kind: 'exempt', ground: 'language', because: directive } },
    },
    'back-office': {
      number: 3,
      revision: 1,
      category: 'preferences',
      name: { en: 'The librarian’s desk', fr: 'Le bureau du bibliothécaire' },
      text: {
        en: 'The back office stays as its user arranged it: list of tables open or closed, light or dark.',
        fr: 'Le back office reste tel que son utilisateur l’a disposé : liste des tables ouverte ou fermée, clair ou sombre.',
      },
      consequence: {
        en: 'Without it the back office would look as at first on every page.',
        fr: 'Sans cela, le back office reprendrait son aspect initial à chaque page.',
      },
      basis: { default: { kind: 'exempt', ground: 'user-input', because: directive } },
    },
    visits: {
      number: 4,
      revision: 1,
      category: 'statistics',
      name: { en: 'Visits, told apart', fr: 'Visites, distinguées' },
      text: {
        en: 'The library sees which visits are of the same browser, to learn how often its readers come back.',
        fr: 'La bibliothèque voit quelles visites viennent du même navigateur, pour savoir si ses lecteurs reviennent.',
      },
      consequence: { en: 'Without it nothing changes for you.', fr: 'Sans cela, rien ne change pour vous.' },
      basis: { default: { kind: 'consent' } },
    },
  },
  trackers: {
    sessionid: {
      ...cookie,
      names: [{ exact: 'sessionid' }],
      httpOnly: true,
      // Set again with each change of the session, which every message of the admin is.
      life: { kind: 'seconds', max: 14 * day, extended: true },
      provider: 'library',
      purposes: ['platform'],
      locations: ['front-office', 'back-office'],
      setWhen: { on: 'log-in', requests: [{ hosts: [host], paths: ['/log-in/', '/admin/login/'], methods: ['POST'] }] },
      function: { en: 'Authentication', fr: 'Authentification' },
      explanation: { en: 'To remember the user from one page to another', fr: 'Se souvenir de l’utilisateur d’une page à l’autre' },
      recipients: [],
      data: { categories: ['Session key'] },
    },
    csrftoken: {
      ...cookie,
      names: [{ exact: 'csrftoken' }],
      httpOnly: false,
      life: { kind: 'seconds', max: 364 * day, extended: true },
      provider: 'library',
      purposes: ['platform'],
      locations: ['front-office', 'back-office'],
      setWhen: { on: 'form', requests: [{ hosts: [host], paths: ['/suggest/', '/language/', '/log-in/', '/admin/*'] }] },
      function: { en: 'Forms (CSRF)', fr: 'Formulaires (CSRF)' },
      explanation: {
        en: 'To accept only forms that were sent from this site',
        fr: 'N’accepter que les formulaires envoyés depuis ce site',
      },
      recipients: [],
      data: { categories: ['Random secret'] },
    },
    django_language: {
      ...cookie,
      names: [{ exact: 'django_language' }],
      httpOnly: false,
      life: { kind: 'seconds', max: 365 * day, extended: false },
      provider: 'library',
      purposes: ['language'],
      locations: ['front-office', 'back-office'],
      setWhen: { on: 'language-choice', requests: [{ hosts: [host], paths: ['/i18n/setlang/'], methods: ['POST'] }] },
      function: { en: 'Language selection', fr: 'Choix de la langue' },
      explanation: { en: "To remember the visitor's language", fr: 'Se souvenir de la langue du visiteur' },
      recipients: [],
      data: { categories: ['Language code'] },
    },
    cookies_preferences: {
      ...cookie,
      names: [{ exact: 'cookies_preferences' }],
      httpOnly: false,
      life: { kind: 'seconds', max: halfYear, extended: false },
      provider: 'library',
      purposes: ['platform'],
      locations: ['front-office', 'back-office'],
      setWhen: { on: 'choice' },
      function: { en: 'Choices related to your cookie preferences', fr: 'Choix liés à vos préférences de cookies' },
      explanation: { en: "To remember the visitor's cookie preferences", fr: 'Se souvenir des préférences de cookies du visiteur' },
      recipients: [],
      data: { categories: ['Answer per purpose', 'Time of the answer'] },
    },
    library_visits: {
      ...cookie,
      names: [{ exact: 'library_visits' }],
      httpOnly: true,
      life: { kind: 'seconds', max: 90 * day, extended: true },
      provider: 'library',
      purposes: ['visits'],
      locations: ['front-office'],
      setWhen: { on: 'consent' },
      function: { en: 'Visits of one browser', fr: 'Visites d’un même navigateur' },
      explanation: { en: 'To know that a reader came back', fr: 'Savoir qu’un lecteur est revenu' },
      recipients: [],
      data: { categories: ['Visitor number'], retentionDays: 90 },
    },
    'admin-arrangement': {
      ...admin,
      kind: 'local',
      // The list of tables; since Django 4.2 light or dark.
      names: [{ exact: 'django.admin.navSidebarIsOpen' }, { exact: 'theme' }],
      life: { kind: 'seconds', max: 365 * day, extended: true },
      function: { en: 'Arrangement of the back office', fr: 'Disposition du back office' },
      explanation: { en: 'To show the back office as its user left it', fr: 'Montrer le back office tel que son utilisateur l’a laissé' },
      data: { categories: ['Open or closed', 'Light or dark'] },
    },
    'admin-filters': {
      ...admin,
      kind: 'session',
      // The list of tables since Django 4.0, the filters of a table since 5.0.
      names: [{ exact: 'django.admin.navSidebarFilterValue' }, { exact: 'django.admin.filtersState' }],
      life: { kind: 'session' },
      function: { en: 'Filters of the back office', fr: 'Filtres du back office' },
      explanation: { en: 'To keep what was typed into a filter', fr: 'Garder ce qui a été saisi dans un filtre' },
      data: { categories: ['Text of a filter', 'Filters open or closed'] },
    },
  },
  scripts: { inline: 'hashes', hashes: [] },
  policy: { parts: [] },
  notice: {
    texts: {},
    theme: 'default',
    onGrant: 'live',
    onWithdraw: 'sweep',
    choiceLife: { default: halfYear },
    askAgainAfter: { default: halfYear },
  },
  signals: { gpc: { default: 'deny-unless-chosen' }, projections: [] },
});
