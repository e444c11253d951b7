// The policy in Dutch.
import { countryNames } from './country-names.ts';
import type { PolicyWords } from './policy-words.ts';

const months = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'];

/** Dutch words of the policy. */
export const nl: PolicyWords = {
  tag: 'nl',
  name: 'Nederlands',
  direction: 'ltr',
  grammar: {
    form: (count) => (count === 1 ? 0 : 1),
    comma: ', ',
    semicolon: '; ',
    and: ' en ',
    term: (term) => `${term}:`,
    quote: (text) => `“${text}”`,
    date: (year, month, day) => `${day} ${months[month - 1] ?? ''} ${year}`,
    shareLastWord: true,
    lowerCaseLabels: true,
  },
  title: 'Cookiebeleid',
  contents: 'Op deze pagina',
  inForceSince: 'Van kracht sinds',
  version: 'Versie',
  fingerprint: 'Verklaring',
  languages: 'Talen',
  profiles: {
    'eu-base': 'de Europese Unie',
    fr: 'Frankrijk',
    it: 'Italië',
    es: 'Spanje',
    de: 'Duitsland',
    nl: 'Nederland',
    uk: 'het Verenigd Koninkrijk',
    'us-ca': 'Californië',
    'us-other': 'de Verenigde Staten',
    'ca-qc': 'Quebec',
    br: 'Brazilië',
    'au-qld': 'Queensland',
    'au-fed': 'Australië',
    'eu-omnibus-draft': 'het ontwerp van de digitale omnibus van de EU',
  },
  countries: countryNames(
    'AT=Oostenrijk; AU=Australië; BE=België; BG=Bulgarije; BR=Brazilië; CA=Canada; CH=Zwitserland; CN=China; CY=Cyprus; CZ=Tsjechië; ' +
      'DE=Duitsland; DK=Denemarken; EE=Estland; ES=Spanje; FI=Finland; FR=Frankrijk; GB=Verenigd Koninkrijk; GR=Griekenland; ' +
      'HR=Kroatië; HU=Hongarije; IE=Ierland; IL=Israël; IN=India; IS=IJsland; IT=Italië; JP=Japan; KR=Zuid-Korea; ' +
      'LI=Liechtenstein; LT=Litouwen; LU=Luxemburg; LV=Letland; MT=Malta; MX=Mexico; NL=Nederland; NO=Noorwegen; ' +
      'NZ=Nieuw-Zeeland; PL=Polen; PT=Portugal; RO=Roemenië; RU=Rusland; SE=Zweden; SG=Singapore; SI=Slovenië; SK=Slowakije; ' +
      'TR=Turkije; UA=Oekraïne; US=Verenigde Staten; ZA=Zuid-Afrika; ZZ=niet vermeld',
  ),
  roles: {
    controller: 'Verwerkingsverantwoordelijke: bepaalt doel en middelen',
    processor: 'Verwerker: handelt in opdracht van de verwerkingsverantwoordelijke',
    joint: 'Gezamenlijke verwerkingsverantwoordelijke: bepaalt samen met deze site',
    third: 'Derde: bepaalt zelf',
  },
  categories: {
    necessary: 'Noodzakelijk voor de werking van de site',
    preferences: 'Voorkeuren',
    statistics: 'Statistieken',
    marketing: 'Marketing',
  },
  kinds: {
    cookie: 'Cookie',
    local: 'Lokale opslag',
    session: 'Sessieopslag',
    'indexed-db': 'Database in de browser',
    cache: 'Cache van de browser',
    opfs: 'Privébestanden in de browser',
    'service-worker': 'Service worker',
    request: 'Verzoek aan een andere host',
  },
  moments: {
    always: 'Bij elk bezoek',
    choice: 'Wanneer u de vraag over cookies beantwoordt',
    consent: 'Nadat u toestemming hebt gegeven',
    'log-in': 'Wanneer u inlogt',
    'language-choice': 'Wanneer u een taal kiest',
    form: 'Wanneer u een formulier gebruikt',
    action: 'Wanneer u de functie gebruikt die het nodig heeft',
  },
  parties: { first: 'Eerste partij (deze site)', third: 'Derde partij (een andere site)' },
  columns: {
    provider: 'Naam van de dienstverlener',
    function: 'Functie en plaats',
    name: 'Naam van de cookie(s)',
    purposes: 'Doeleinden',
    duration: 'Duur',
    when: 'Wanneer het wordt geplaatst',
    party: 'Partij',
    kind: 'Soort en host',
    recipients: 'Doorgegeven aan',
    basis: 'Grondslag',
  },
  nameOfAnything: 'Naam of namen',
  nobody: 'Niemand',
  duration: {
    units: {
      year: ['jaar', 'jaar'],
      month: ['maand', 'maanden'],
      week: ['week', 'weken'],
      day: ['dag', 'dagen'],
      hour: ['uur', 'uur'],
      minute: ['minuut', 'minuten'],
      second: ['seconde', 'seconden'],
    },
    session: 'Sessie (tot de browser wordt gesloten)',
    notStored: 'Er wordt niets opgeslagen',
    renewed: (life) => `${life}, opnieuw vanaf elk bezoek`,
    dataKept: (life, kept) => `${life}; de bijbehorende gegevens: ${kept}`,
  },
  basis: {
    kinds: {
      consent: 'Met uw toestemming',
      exempt: 'Geen toestemming nodig',
      objectable: 'Tot u bezwaar maakt',
      'opt-out': 'Tot u weigert',
      notice: 'Met informatie',
    },
    grounds: {
      transmission: 'voor het uitvoeren van de communicatie',
      'requested-service': 'de dienst waar u om vroeg, kan niet zonder',
      authentication: 'om u ingelogd te houden waar u daarom vroeg',
      security: 'om een dienst te beschermen waar u om vroeg',
      'load-balancing': 'om bezoeken over meerdere servers te verdelen',
      'user-input': 'om te bewaren wat u hebt ingevuld',
      language: 'om de taal te bewaren die u hebt gekozen',
      'choice-record': 'om uw antwoord op de vraag over cookies te bewaren',
      'audience-measurement': 'om het bereik van alleen deze site te meten, als totalen',
      'public-notice': 'de wet vraagt om informatie, niet om toestemming',
    },
    with: (kind, ground) => `${kind}: ${ground}`,
    source: (source, asOf) => `${source}, stand ${asOf}`,
    unverified: ' (nog door niemand nagegaan)',
  },
  introduction: {
    opening: (site) =>
      `Deze pagina vermeldt wat ${site} op uw apparaat opslaat of daarvan leest: hoe het heet, wie erachter zit, waar het voor dient en hoe lang het blijft.`,
    uses: {
      necessary: 'om de site te laten werken',
      preferences: 'om uw voorkeuren te onthouden',
      statistics: 'om statistieken te maken',
      marketing: 'voor reclame',
    },
    usesAre: (uses) => `We gebruiken het ${uses}.`,
    nothing: 'Op dit moment is dat helemaal niets.',
  },
  whatIs: {
    heading: 'Wat is een cookie?',
    paragraphs: [
      'Een cookie is een klein stukje tekst met een naam. Een site die u bezoekt, geeft het aan uw browser; uw browser bewaart het een tijd en stuurt het bij elk later verzoek aan die site terug. Zo kan een site weten dat u bent ingelogd of welke taal u hebt gekozen.',
      'Andere technieken doen iets soortgelijks: opslag en databases in de browser, of verzoeken die uw browser aan de server van iemand anders stuurt. Het gaat niet om de techniek, maar erom dat er iets op uw apparaat wordt bewaard of daarvan wordt gelezen. Deze pagina behandelt ze allemaal gelijk.',
    ],
  },
  kindsOf: {
    heading: 'Welke soorten zijn er?',
    opening: 'Cookies zijn te onderscheiden naar waar ze voor dienen en van wie ze zijn:',
    kinds: [
      '“Noodzakelijke” cookies doen iets waar u om vroeg en dat zonder die cookies niet werkt, zoals u ingelogd houden, een formulier beschermen of uw antwoord over cookies onthouden.',
      'Cookies voor “voorkeuren” onthouden hoe u de site graag ziet, bijvoorbeeld in welke taal.',
      'Cookies voor “statistieken” helpen bezoeken en pagina’s te tellen. Of u eerst om toestemming wordt gevraagd, hangt af van het recht ter plaatse; het onderdeel “Statistieken” zegt wat hier geldt.',
      'Cookies voor “marketing” volgen interesses om reclame te kiezen of te meten.',
      'Cookies van de “eerste partij” horen bij de site die u bezoekt.',
      'Cookies van een “derde partij” horen bij een andere site waarvan de inhoud deel is van de pagina. Die andere site kan te weten komen op welke pagina u was.',
    ],
  },
  used: {
    heading: (site) => ['Welke cookies worden gebruikt op het platform ', site],
    caption: (site) => `Cookies en vergelijkbare technieken op ${site}`,
    nothing: 'Geen: voor deze site is geen cookie en niets soortgelijks opgegeven.',
    sameForAll: 'In elke rij hetzelfde',
    longest: 'Een duur is de langste tijd die iets op uw apparaat kan blijven.',
  },
  purposes: {
    heading: 'Waar ze voor dienen, en op welke grondslag',
    basis: 'Grondslag',
    source: 'Bron',
    refused: 'Als u weigert',
    blocked: 'Als u het blokkeert',
    profiling: 'Profilering',
    trackers: 'Gebruikt',
    nothingStored: 'niets op uw apparaat',
    forAll: 'Voor alle hetzelfde',
  },
  statistics: {
    heading: 'Statistieken',
    nothing: 'Er worden geen statistieken gemaakt: bezoeken worden niet geteld en daarvoor wordt niets opgeslagen of gelezen.',
    listed: (category) => `Statistieken worden gemaakt met wat de tabel onder “${category}” vermeldt.`,
    notHere: (profile) => `Volgens de regels voor ${profile} worden bezoeken niet geteld.`,
    tiers: {
      A: 'Bezoeken worden geteld op grond van de verzoeken die uw browser sowieso doet. Daarvoor wordt niets op uw apparaat opgeslagen en niets daarvan gelezen.',
      B: 'Bezoeken worden geteld met een cookie die deze site alleen voor zichzelf plaatst en leest.',
      C: 'Bezoeken worden geteld met een cookie die pas wordt geplaatst nadat u toestemming hebt gegeven.',
    },
    kept: (time, k) =>
      `Alleen totalen worden bewaard, en wel ${time}. Een getal dat voor minder dan ${k} bezoekers staat, wordt bij “overige” gevoegd voordat iemand het ziet.`,
    whatCounts:
      'Statistieken zijn niet vrij van toestemming omdat ze anoniem zijn: het gaat erom of er iets op uw apparaat wordt opgeslagen of daarvan wordt gelezen, en welke uitzondering de wet maakt.',
    grounds: {
      consent: 'Ze worden pas gemaakt nadat u toestemming hebt gegeven.',
      exempt: (profile, ground) => `Volgens de regels voor ${profile} is voor deze statistieken geen toestemming nodig: ${ground}.`,
      objectable: (profile, ground) => `Volgens de regels voor ${profile} worden deze statistieken gemaakt tot u bezwaar maakt: ${ground}.`,
      'opt-out': (profile, ground) => `Volgens de regels voor ${profile} worden deze statistieken gemaakt tot u ze weigert: ${ground}.`,
      notice: (profile, ground) => `Volgens de regels voor ${profile} worden deze statistieken gemaakt met deze informatie: ${ground}.`,
    },
    objection: 'U kunt op elk moment bezwaar maken, kosteloos en zonder een reden te geven.',
    object: 'Bezwaar maken tegen statistieken',
    see: 'Bekijken wat wordt geteld',
  },
  choices: {
    heading: 'Uw keuzes, en hoe u ze wijzigt',
    asked: 'Waarvoor uw toestemming nodig is, blijft uit tot u die geeft. Weigeren kost één klik, precies zoals accepteren.',
    notAsked: (profile) =>
      `Volgens de regels voor ${profile} is op deze site nergens uw toestemming voor nodig; daarom wordt u niets gevraagd.`,
    change:
      'U kunt op elk moment opnieuw kiezen, uw toestemming intrekken, bezwaar maken of uw keuze laten vergeten. De pagina daarvoor werkt zonder JavaScript en zonder account.',
    effect:
      'Na het intrekken wordt verwijderd en niet meer gelezen wat deze site voor dat doel had opgeslagen. Wat een derde onder zijn eigen adres heeft opgeslagen, kan alleen die derde verwijderen, of uzelf in de instellingen van uw browser.',
    kept: (life, again) =>
      `Uw keuze blijft ${life} bewaard. Na een weigering wordt dezelfde vraag gedurende ${again} niet opnieuw gesteld.`,
    browser:
      'Ook in de instellingen van uw browser kunt u cookies verwijderen of blokkeren. Zonder de noodzakelijke werken delen van de site mogelijk niet.',
    button: 'Uw keuzes',
  },
  signals: {
    heading: 'Signalen van uw browser',
    gpc: {
      'opt-out':
        'Als uw browser het signaal Global Privacy Control verstuurt, geldt dat als uw bezwaar en uw weigering: alles waartegen bezwaar mogelijk is of wat geweigerd kan worden, staat uit. Wat u daarna op de pagina met uw keuzes uitdrukkelijk toestaat, geldt voor deze site.',
      'deny-unless-chosen':
        'Als uw browser het signaal Global Privacy Control verstuurt, geldt dat als weigering van alles wat niet noodzakelijk is. Wat u daarna op de pagina met uw keuzes uitdrukkelijk toestaat, geldt voor deze site.',
      'record-only':
        'Als uw browser het signaal Global Privacy Control verstuurt, wordt dat bij uw keuze vastgelegd. Verder verandert het niets.',
    },
    projections: (names) => `Uw keuze wordt ook in deze vormen aan anderen meegedeeld: ${names}.`,
  },
  involved: {
    heading: 'Wie erbij betrokken is',
    caption: 'Aanbieders, hun rollen en hun landen',
    columns: { name: 'Naam', role: 'Rol', country: 'Land', safeguard: 'Waarborg voor doorgifte', policy: 'Eigen beleid' },
    policy: 'Beleid',
    noSafeguard: 'Niet vermeld',
    hosting: (country) => `Land waar de site wordt gehost: ${country}.`,
  },
  controller: {
    heading: 'Wie verantwoordelijk is',
    name: 'Verwerkingsverantwoordelijke',
    address: 'Adres',
    contact: 'Contact',
    dpo: 'Functionaris gegevensbescherming',
    representative: 'Vertegenwoordiger',
  },
  rights: {
    heading: 'Uw rechten, en hoe u een klacht indient',
    families: {
      gdpr: [
        'U kunt de verwerkingsverantwoordelijke vragen om inzage in de persoonsgegevens die over u worden bewaard, om een kopie en om verbetering of verwijdering ervan; u kunt vragen om beperking van de verwerking, er bezwaar tegen maken en in overdraagbare vorm ontvangen wat u zelf hebt verstrekt.',
        'Toestemming kan op elk moment worden ingetrokken. Wat daarvoor is gebeurd, blijft rechtmatig.',
      ],
      us: [
        'U kunt vragen welke persoonlijke informatie wordt verzameld, gebruikt en gedeeld, vragen om verbetering of verwijdering ervan, en u afmelden voor de verkoop en het delen ervan en voor gerichte reclame. U wordt daardoor niet slechter behandeld.',
      ],
      canada: [
        'U kunt vragen om inzage in uw persoonlijke informatie en om verbetering ervan, toestemming intrekken, en vragen om informatie uit zoekresultaten te verwijderen waar de wet dat bepaalt.',
      ],
      brazil: [
        'U kunt vragen om bevestiging dat gegevens over u worden verwerkt, om inzage, verbetering, anonimisering, overdracht en verwijdering, en u kunt toestemming intrekken.',
      ],
      australia: ['U kunt vragen om inzage in de persoonlijke informatie die over u wordt bewaard en om verbetering ervan.'],
    },
    complain:
      'Als u niet tevreden bent, schrijf dan eerst naar het contact hierboven. U kunt ook een klacht indienen bij de privacytoezichthouder van de plaats waar u woont.',
    complainTo:
      'Als u niet tevreden bent, schrijf dan eerst naar het contact hierboven. U kunt ook een klacht indienen bij deze toezichthouder: ',
  },
  record: {
    heading: 'Over deze pagina',
    explanation:
      'Deze pagina wordt gemaakt uit de verklaring van de site. De vingerafdruk hieronder is het kenmerk ervan; bewijzen, controles en statistieken dragen dezelfde.',
    replaces: 'Vervangt',
    rules: 'Toegepaste regels',
    log: 'Openbaar logboek',
  },
  lexicon: {
    self: ['we', 'wij', 'ons', 'onze', 'deze site', 'deze website', 'dit portaal', 'deze portal', 'dit platform'],
    promises: {
      statistics: [
        'statistiek',
        'statistisch',
        'analyse',
        'analytisch',
        'analytics',
        'bereik',
        'bezoeken tellen',
        'bezoekcijfer',
        'bezoekersaantal',
      ],
      marketing: ['reclame', 'advertent', 'adverteer', 'marketing', 'remarketing', 'gericht'],
    },
    withdrawal: [
      'intrek',
      'ingetrokken',
      'keuze wijzig',
      'keuzes wijzig',
      'keuze aanpas',
      'keuzes aanpas',
      'keuze terugkom',
      'bedenk',
      'cookies beheren',
      'beheer uw cookies',
    ],
    otherTechniques: [
      'opslag',
      'local storage',
      'localstorage',
      'pixel',
      'soortgelijk',
      'vergelijkbaar',
      'vergelijkbare',
      'tracker',
      'andere techniek',
      'verzoek',
    ],
    anonymous: ['anoniem', 'anonimi', 'geanonimi'],
    consent: ['toestem'],
  },
};
