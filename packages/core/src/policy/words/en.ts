// The policy in English.
import { countryNames } from './country-names.ts';
import type { PolicyWords } from './policy-words.ts';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** English words of the policy. */
export const en: PolicyWords = {
  tag: 'en',
  name: 'English',
  direction: 'ltr',
  grammar: {
    form: (count) => (count === 1 ? 0 : 1),
    comma: ', ',
    semicolon: '; ',
    and: ' and ',
    term: (term) => `${term}:`,
    quote: (text) => `“${text}”`,
    date: (year, month, day) => `${day} ${months[month - 1] ?? ''} ${year}`,
    shareLastWord: true,
    lowerCaseLabels: true,
  },
  title: 'Cookies policy',
  contents: 'On this page',
  inForceSince: 'In force since',
  version: 'Version',
  fingerprint: 'Declaration',
  languages: 'Languages',
  profiles: {
    'eu-base': 'the European Union',
    fr: 'France',
    it: 'Italy',
    es: 'Spain',
    de: 'Germany',
    nl: 'the Netherlands',
    uk: 'the United Kingdom',
    'us-ca': 'California',
    'us-other': 'the United States',
    'ca-qc': 'Quebec',
    br: 'Brazil',
    'au-qld': 'Queensland',
    'au-fed': 'Australia',
    'eu-omnibus-draft': 'the draft EU Digital Omnibus',
  },
  countries: countryNames(
    'AT=Austria; AU=Australia; BE=Belgium; BG=Bulgaria; BR=Brazil; CA=Canada; CH=Switzerland; CN=China; CY=Cyprus; ' +
      'CZ=Czechia; DE=Germany; DK=Denmark; EE=Estonia; ES=Spain; FI=Finland; FR=France; GB=United Kingdom; GR=Greece; ' +
      'HR=Croatia; HU=Hungary; IE=Ireland; IL=Israel; IN=India; IS=Iceland; IT=Italy; JP=Japan; KR=South Korea; ' +
      'LI=Liechtenstein; LT=Lithuania; LU=Luxembourg; LV=Latvia; MT=Malta; MX=Mexico; NL=Netherlands; NO=Norway; ' +
      'NZ=New Zealand; PL=Poland; PT=Portugal; RO=Romania; RU=Russia; SE=Sweden; SG=Singapore; SI=Slovenia; SK=Slovakia; ' +
      'TR=Türkiye; UA=Ukraine; US=United States; ZA=South Africa; ZZ=not stated',
  ),
  roles: {
    controller: 'Controller: decides why and how',
    processor: 'Processor: acts on the controller’s instructions',
    joint: 'Joint controller: decides together with this site',
    third: 'Third party: decides for itself',
  },
  categories: {
    necessary: 'Necessary for the site to work',
    preferences: 'Preferences',
    statistics: 'Statistics',
    marketing: 'Marketing',
  },
  kinds: {
    cookie: 'Cookie',
    local: 'Local storage',
    session: 'Session storage',
    'indexed-db': 'Database in the browser',
    cache: 'Cache storage',
    opfs: 'Private files in the browser',
    'service-worker': 'Service worker',
    request: 'Request to another host',
  },
  moments: {
    always: 'On any visit',
    choice: 'When you answer the question about cookies',
    consent: 'After you agree',
    'log-in': 'When you log in',
    'language-choice': 'When you choose a language',
    form: 'When you use a form',
    action: 'When you use the function that needs it',
  },
  parties: { first: 'First party (this site)', third: 'Third party (another site)' },
  columns: {
    provider: "Service provider's name",
    function: 'Function and location',
    name: 'Cookie name(s)',
    purposes: 'Purposes',
    duration: 'Duration',
    when: 'When it is set',
    party: 'Party',
    kind: 'Kind and host',
    recipients: 'Passed on to',
    basis: 'Basis',
  },
  nameOfAnything: 'Name(s)',
  nobody: 'Nobody',
  duration: {
    units: {
      year: ['year', 'years'],
      month: ['month', 'months'],
      week: ['week', 'weeks'],
      day: ['day', 'days'],
      hour: ['hour', 'hours'],
      minute: ['minute', 'minutes'],
      second: ['second', 'seconds'],
    },
    session: 'Session (until the browser is closed)',
    notStored: 'Nothing is stored',
    renewed: (life) => `${life}, starting again with each visit`,
    dataKept: (life, kept) => `${life}; the data behind it: ${kept}`,
  },
  basis: {
    kinds: {
      consent: 'With your consent',
      exempt: 'No consent needed',
      objectable: 'Until you object',
      'opt-out': 'Until you opt out',
      notice: 'With notice',
    },
    grounds: {
      transmission: 'it carries out the transmission',
      'requested-service': 'the service you asked for cannot work without it',
      authentication: 'it keeps you logged in where you asked to be',
      security: 'it protects a service you asked for',
      'load-balancing': 'it spreads visits over several servers',
      'user-input': 'it keeps what you entered',
      language: 'it keeps the language you chose',
      'choice-record': 'it keeps your answer to the question about cookies',
      'audience-measurement': 'it measures the audience of this site only, as totals',
      'public-notice': 'the law asks for information, not for consent',
    },
    with: (kind, ground) => `${kind}: ${ground}`,
    source: (source, asOf) => `${source}, as of ${asOf}`,
    unverified: ' (nobody has checked this yet)',
  },
  introduction: {
    opening: (site) =>
      `This page lists what ${site} stores on your device or reads from it: what it is called, who is behind it, what it is for and how long it stays.`,
    uses: {
      necessary: 'to make the site work',
      preferences: 'to remember your preferences',
      statistics: 'to make statistics',
      marketing: 'for advertising',
    },
    usesAre: (uses) => `We use it ${uses}.`,
    nothing: 'At present that is nothing at all.',
  },
  whatIs: {
    heading: 'What is a cookie?',
    paragraphs: [
      'A cookie is a small piece of text with a name. A site you visit hands it to your browser, and your browser keeps it for some time and sends it back to that site with every later request. That is how a site can tell that you are logged in, or which language you chose.',
      'Other techniques do similar work: storage and databases in the browser, or requests that your browser makes to somebody else’s server. What counts is not the technique but that something is kept on your device or read from it. This page treats them all alike.',
    ],
  },
  kindsOf: {
    heading: 'What kinds are there?',
    opening: 'Cookies can be told apart by what they are for and by whose they are:',
    kinds: [
      '“Necessary” cookies do something you asked for that cannot work without them, such as keeping you logged in, protecting a form or remembering your answer about cookies.',
      '“Preferences” cookies remember how you like the site, such as its language.',
      '“Statistics” cookies help to count visits and pages. Whether you are asked first depends on the law of the place; the section “Statistics” says what holds here.',
      '“Marketing” cookies follow interests in order to choose or to measure advertising.',
      '“First-party” cookies belong to the site you are visiting.',
      '“Third-party” cookies belong to another site whose content is part of the page. That other site can learn which page you were on.',
    ],
  },
  used: {
    heading: (site) => ['What cookies are used on the ', site, ' platform'],
    caption: (site) => `Cookies and similar trackers on ${site}`,
    nothing: 'None: no cookie and nothing similar is declared for this site.',
    sameForAll: 'The same for every row',
    longest: 'A duration is the longest time something can stay on your device.',
  },
  purposes: {
    heading: 'What they are for, and on what basis',
    basis: 'Basis',
    source: 'Source',
    refused: 'If you refuse',
    blocked: 'If you block it',
    profiling: 'Profiling',
    trackers: 'Uses',
    nothingStored: 'nothing on your device',
    forAll: 'The same for each of them',
  },
  statistics: {
    heading: 'Statistics',
    nothing: 'No statistics are made: visits are not counted, and nothing is stored or read for that purpose.',
    listed: (category) => `Statistics are made with what the table lists under “${category}”.`,
    notHere: (profile) => `Under the rules for ${profile}, visits are not counted.`,
    tiers: {
      A: 'Visits are counted from the requests that your browser makes in any case. Nothing is stored on your device for this, and nothing is read from it.',
      B: 'Visits are counted with a cookie that this site sets and reads for itself alone.',
      C: 'Visits are counted with a cookie that is only set after you agree.',
    },
    kept: (time, k) =>
      `Only totals are kept, for ${time}. A number that stands for fewer than ${k} visitors is merged into “other” before anybody sees it.`,
    whatCounts:
      'Statistics are not free of consent because they are anonymous: what counts is whether something is stored on your device or read from it, and which exception the law makes.',
    grounds: {
      consent: 'They run only after you agree.',
      exempt: (profile, ground) => `Under the rules for ${profile}, these statistics need no consent: ${ground}.`,
      objectable: (profile, ground) => `Under the rules for ${profile}, these statistics run until you object: ${ground}.`,
      'opt-out': (profile, ground) => `Under the rules for ${profile}, these statistics run until you opt out: ${ground}.`,
      notice: (profile, ground) => `Under the rules for ${profile}, these statistics run with this notice: ${ground}.`,
    },
    objection: 'You can object at any time, free of charge and without giving a reason.',
    object: 'Object to statistics',
    see: 'See what is counted',
  },
  choices: {
    heading: 'Your choices, and how to change them',
    asked: 'Whatever needs your consent stays off until you agree. Refusing takes one click, exactly as agreeing does.',
    notAsked: (profile) => `Under the rules for ${profile}, nothing on this site needs your consent, so you are not asked.`,
    change:
      'You can choose again at any time, withdraw what you agreed to, object, or have your choice forgotten. The page for it works without JavaScript and without an account.',
    effect:
      'After you withdraw, what this site had stored for that purpose is removed and no longer read. What another party stored under its own address only that party, or you in your browser’s settings, can remove.',
    kept: (life, again) => `Your choice is kept for ${life}. After a refusal, the same question is not put again for ${again}.`,
    browser: 'Your browser’s settings let you delete or block cookies as well. Without the necessary ones, parts of the site may not work.',
    button: 'Your choices',
  },
  signals: {
    heading: 'Signals from your browser',
    gpc: {
      'opt-out':
        'If your browser sends the signal Global Privacy Control, it counts as your objection and your opt-out: whatever can be objected to or opted out of is off. What you then expressly allow on the page of your choices holds for this site.',
      'deny-unless-chosen':
        'If your browser sends the signal Global Privacy Control, it counts as a refusal of everything that is not necessary. What you then expressly allow on the page of your choices holds for this site.',
      'record-only':
        'If your browser sends the signal Global Privacy Control, that is recorded with your choice. It changes nothing beyond that.',
    },
    projections: (names) => `Your choice is also told to others in these forms: ${names}.`,
  },
  involved: {
    heading: 'Who is involved',
    caption: 'Providers, their roles and where they are',
    columns: { name: 'Name', role: 'Role', country: 'Country', safeguard: 'Safeguard for transfers', policy: 'Its own policy' },
    policy: 'Policy',
    noSafeguard: 'None stated',
    hosting: (country) => `Country in which the site is hosted: ${country}.`,
  },
  controller: {
    heading: 'Who is responsible',
    name: 'Controller',
    address: 'Address',
    contact: 'Contact',
    dpo: 'Data protection officer',
    representative: 'Representative',
  },
  rights: {
    heading: 'Your rights, and how to complain',
    families: {
      gdpr: [
        'You may ask the controller for access to the personal data held about you, for a copy, and for its correction or deletion; you may ask for its use to be restricted, object to it, and receive in a portable form what you provided.',
        'Consent can be withdrawn at any time. What was done before remains lawful.',
      ],
      us: [
        'You may ask what personal information is collected, used and shared, ask for its correction or deletion, and opt out of its sale, of its sharing and of targeted advertising. You will not be treated worse for it.',
      ],
      canada: [
        'You may ask for access to your personal information and for its correction, withdraw consent, and ask for information to be removed from search results where the law provides for it.',
      ],
      brazil: [
        'You may ask for confirmation that data about you is processed, for access, correction, anonymisation, portability and deletion, and you may withdraw consent.',
      ],
      australia: ['You may ask for access to the personal information held about you and for its correction.'],
    },
    complain:
      'If you are not satisfied, write to the contact above first. You may also complain to the authority that supervises privacy where you live.',
    complainTo: 'If you are not satisfied, write to the contact above first. You may also complain to this authority: ',
  },
  record: {
    heading: 'About this page',
    explanation:
      'This page is compiled from the site’s declaration. The fingerprint below identifies it; receipts, audits and statistics carry the same one.',
    replaces: 'Replaces',
    rules: 'Rules applied',
    log: 'Public log',
  },
  lexicon: {
    self: ['we', 'our', 'us', 'this site', 'this website', 'this portal', 'this platform'],
    promises: {
      statistics: ['analytics', 'statistic', 'audience', 'count visits', 'measure visits', 'traffic'],
      marketing: ['advertis', 'marketing', 'targeted', 'remarketing'],
    },
    withdrawal: [
      'withdraw',
      'change your choice',
      'change your mind',
      'manage your',
      'manage cookies',
      'management center',
      'management centre',
      'opt out',
    ],
    otherTechniques: [
      'local storage',
      'localstorage',
      'session storage',
      'pixel',
      'similar',
      'tracker',
      'other technique',
      'request',
      'storage',
    ],
    anonymous: ['anonymi', 'anonymous'],
    consent: ['consent'],
  },
};
