// The policy in Italian.
import { countryNames } from './country-names.ts';
import type { PolicyWords } from './policy-words.ts';

const months = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
];

/** Italian words of the policy. */
export const it: PolicyWords = {
  tag: 'it',
  name: 'Italiano',
  direction: 'ltr',
  grammar: {
    form: (count) => (count === 1 ? 0 : 1),
    comma: ', ',
    semicolon: '; ',
    and: ' e ',
    term: (term) => `${term}:`,
    quote: (text) => `«${text}»`,
    date: (year, month, day) => `${day === 1 ? '1º' : day} ${months[month - 1] ?? ''} ${year}`,
    shareLastWord: false,
    lowerCaseLabels: true,
  },
  title: 'Informativa sui cookie',
  contents: 'In questa pagina',
  inForceSince: 'In vigore dal',
  version: 'Versione',
  fingerprint: 'Dichiarazione',
  languages: 'Lingue',
  profiles: {
    'eu-base': 'l’Unione europea',
    fr: 'la Francia',
    it: 'l’Italia',
    es: 'la Spagna',
    de: 'la Germania',
    nl: 'i Paesi Bassi',
    uk: 'il Regno Unito',
    'us-ca': 'la California',
    'us-other': 'gli Stati Uniti',
    'ca-qc': 'il Québec',
    br: 'il Brasile',
    'au-qld': 'il Queensland',
    'au-fed': 'l’Australia',
    'eu-omnibus-draft': 'il progetto di omnibus digitale dell’UE',
  },
  countries: countryNames(
    'AT=Austria; AU=Australia; BE=Belgio; BG=Bulgaria; BR=Brasile; CA=Canada; CH=Svizzera; CN=Cina; CY=Cipro; CZ=Cechia; ' +
      'DE=Germania; DK=Danimarca; EE=Estonia; ES=Spagna; FI=Finlandia; FR=Francia; GB=Regno Unito; GR=Grecia; HR=Croazia; ' +
      'HU=Ungheria; IE=Irlanda; IL=Israele; IN=India; IS=Islanda; IT=Italia; JP=Giappone; KR=Corea del Sud; LI=Liechtenstein; ' +
      'LT=Lituania; LU=Lussemburgo; LV=Lettonia; MT=Malta; MX=Messico; NL=Paesi Bassi; NO=Norvegia; NZ=Nuova Zelanda; PL=Polonia; ' +
      'PT=Portogallo; RO=Romania; RU=Russia; SE=Svezia; SG=Singapore; SI=Slovenia; SK=Slovacchia; TR=Turchia; UA=Ucraina; ' +
      'US=Stati Uniti; ZA=Sudafrica; ZZ=non indicato',
  ),
  roles: {
    controller: 'Titolare del trattamento: decide finalità e mezzi',
    processor: 'Responsabile del trattamento: agisce su istruzione del titolare',
    joint: 'Contitolare del trattamento: decide insieme a questo sito',
    third: 'Terzo: decide per proprio conto',
  },
  categories: {
    necessary: 'Necessari al funzionamento del sito',
    preferences: 'Preferenze',
    statistics: 'Statistiche',
    marketing: 'Marketing',
  },
  kinds: {
    cookie: 'Cookie',
    local: 'Archiviazione locale',
    session: 'Archiviazione di sessione',
    'indexed-db': 'Database nel browser',
    cache: 'Cache del browser',
    opfs: 'File privati nel browser',
    'service-worker': 'Service worker',
    request: 'Richiesta a un altro host',
  },
  moments: {
    always: 'A ogni visita',
    choice: 'Quando risponde alla domanda sui cookie',
    consent: 'Dopo che ha dato il consenso',
    'log-in': 'Quando accede al suo account',
    'language-choice': 'Quando sceglie una lingua',
    form: 'Quando usa un modulo',
    action: 'Quando usa la funzione che ne ha bisogno',
  },
  parties: { first: 'Prima parte (questo sito)', third: 'Terza parte (un altro sito)' },
  columns: {
    provider: 'Nome del fornitore del servizio',
    function: 'Funzione e luogo',
    name: 'Nome del o dei cookie',
    purposes: 'Finalità',
    duration: 'Durata',
    when: 'Quando viene impostato',
    party: 'Provenienza',
    kind: 'Tipo e host',
    recipients: 'Trasmesso a',
    basis: 'Base giuridica',
  },
  nameOfAnything: 'Nome o nomi',
  nobody: 'Nessuno',
  duration: {
    units: {
      year: ['anno', 'anni'],
      month: ['mese', 'mesi'],
      week: ['settimana', 'settimane'],
      day: ['giorno', 'giorni'],
      hour: ['ora', 'ore'],
      minute: ['minuto', 'minuti'],
      second: ['secondo', 'secondi'],
    },
    session: 'Sessione (fino alla chiusura del browser)',
    notStored: 'Non viene archiviato nulla',
    renewed: (life) => `${life}, a partire da ogni visita`,
    dataKept: (life, kept) => `${life}; i dati associati: ${kept}`,
  },
  basis: {
    kinds: {
      consent: 'Con il suo consenso',
      exempt: 'Senza bisogno di consenso',
      objectable: 'Finché non si oppone',
      'opt-out': 'Finché non rifiuta',
      notice: 'Con informativa',
    },
    grounds: {
      transmission: 'per effettuare la trasmissione',
      'requested-service': 'il servizio che ha richiesto non può funzionare altrimenti',
      authentication: 'per mantenere l’accesso dove lo ha richiesto',
      security: 'per proteggere un servizio che ha richiesto',
      'load-balancing': 'per ripartire le visite su più server',
      'user-input': 'per conservare ciò che ha inserito',
      language: 'per conservare la lingua che ha scelto',
      'choice-record': 'per conservare la sua risposta alla domanda sui cookie',
      'audience-measurement': 'per misurare il pubblico di questo solo sito, sotto forma di totali',
      'public-notice': 'la legge richiede un’informativa, non un consenso',
    },
    with: (kind, ground) => `${kind}: ${ground}`,
    source: (source, asOf) => `${source}, al ${asOf}`,
    unverified: ' (nessuno lo ha ancora verificato)',
  },
  introduction: {
    opening: (site) =>
      `Questa pagina elenca ciò che ${site} archivia sul suo dispositivo o vi legge: come si chiama, chi ne è all’origine, a che cosa serve e per quanto tempo resta.`,
    uses: {
      necessary: 'per far funzionare il sito',
      preferences: 'per ricordare le sue preferenze',
      statistics: 'per elaborare statistiche',
      marketing: 'per la pubblicità',
    },
    usesAre: (uses) => `Lo usiamo ${uses}.`,
    nothing: 'Al momento non c’è proprio nulla.',
  },
  whatIs: {
    heading: 'Che cos’è un cookie?',
    paragraphs: [
      'Un cookie è un piccolo testo con un nome. Il sito che visita lo consegna al suo browser, che lo conserva per un certo tempo e lo rimanda a quel sito con ogni richiesta successiva. Così un sito può sapere che ha effettuato l’accesso o quale lingua ha scelto.',
      'Altre tecniche svolgono un compito simile: gli archivi e i database del browser, o le richieste che il browser invia al server di qualcun altro. Non conta la tecnica, conta che qualcosa venga archiviato sul suo dispositivo o vi venga letto. Questa pagina le tratta tutte allo stesso modo.',
    ],
  },
  kindsOf: {
    heading: 'Quali tipi esistono?',
    opening: 'I cookie si distinguono per ciò a cui servono e per chi ne è il titolare:',
    kinds: [
      'I cookie «necessari» svolgono un compito che ha richiesto e che non può funzionare senza di loro, come mantenere l’accesso, proteggere un modulo o ricordare la sua risposta sui cookie.',
      'I cookie di «preferenze» ricordano come desidera il sito, per esempio in quale lingua.',
      'I cookie di «statistiche» aiutano a contare visite e pagine. Se le venga chiesto prima dipende dalla legge del luogo; la sezione «Statistiche» dice che cosa vale qui.',
      'I cookie di «marketing» seguono gli interessi per scegliere la pubblicità o misurarla.',
      'I cookie di «prima parte» appartengono al sito che sta visitando.',
      'I cookie di «terza parte» appartengono a un altro sito il cui contenuto fa parte della pagina. Quell’altro sito può sapere su quale pagina si trovava.',
    ],
  },
  used: {
    heading: (site) => ['Quali cookie sono utilizzati sulla piattaforma ', site],
    caption: (site) => `Cookie e altri strumenti di tracciamento su ${site}`,
    nothing: 'Nessuno: per questo sito non è dichiarato alcun cookie né alcuno strumento simile.',
    sameForAll: 'Uguale per tutte le righe',
    longest: 'La durata è il tempo massimo per cui un elemento può restare sul suo dispositivo.',
  },
  purposes: {
    heading: 'A che cosa servono e su quale base giuridica',
    basis: 'Base giuridica',
    source: 'Fonte',
    refused: 'Se rifiuta',
    blocked: 'Se lo blocca',
    profiling: 'Profilazione',
    trackers: 'Utilizza',
    nothingStored: 'nulla sul suo dispositivo',
    forAll: 'Uguale per tutte',
  },
  statistics: {
    heading: 'Statistiche',
    nothing: 'Non vengono elaborate statistiche: le visite non vengono contate e nulla viene archiviato o letto a questo scopo.',
    listed: (category) => `Le statistiche vengono elaborate con ciò che la tabella elenca sotto «${category}».`,
    notHere: (profile) => `Secondo le regole per ${profile}, le visite non vengono contate.`,
    tiers: {
      A: 'Le visite vengono contate in base alle richieste che il suo browser invia comunque. Per questo nulla viene archiviato sul suo dispositivo e nulla vi viene letto.',
      B: 'Le visite vengono contate con un cookie che questo sito imposta e legge solo per sé.',
      C: 'Le visite vengono contate con un cookie che viene impostato solo dopo il suo consenso.',
    },
    kept: (time, k) =>
      `Vengono conservati solo totali, per ${time}. Un numero che rappresenta meno di ${k} visitatori viene incluso in «altri» prima che qualcuno lo veda.`,
    whatCounts:
      'Le statistiche non sono esenti dal consenso perché anonime: conta se qualcosa viene archiviato sul suo dispositivo o vi viene letto, e quale eccezione la legge prevede.',
    grounds: {
      consent: 'Vengono elaborate solo dopo il suo consenso.',
      exempt: (profile, ground) => `Secondo le regole per ${profile}, queste statistiche non richiedono il consenso: ${ground}.`,
      objectable: (profile, ground) =>
        `Secondo le regole per ${profile}, queste statistiche vengono elaborate finché non si oppone: ${ground}.`,
      'opt-out': (profile, ground) =>
        `Secondo le regole per ${profile}, queste statistiche vengono elaborate finché non le rifiuta: ${ground}.`,
      notice: (profile, ground) =>
        `Secondo le regole per ${profile}, queste statistiche vengono elaborate con la presente informativa: ${ground}.`,
    },
    objection: 'Può opporsi in qualsiasi momento, gratuitamente e senza indicarne il motivo.',
    object: 'Opporsi alle statistiche',
    see: 'Vedere che cosa viene contato',
  },
  choices: {
    heading: 'Le sue scelte e come modificarle',
    asked: 'Ciò che richiede il suo consenso resta disattivato finché non lo dà. Rifiutare richiede un clic, esattamente come accettare.',
    notAsked: (profile) =>
      `Secondo le regole per ${profile}, nulla su questo sito richiede il suo consenso; per questo non le viene posta la domanda.`,
    change:
      'In qualsiasi momento può scegliere di nuovo, revocare il consenso, opporsi o far dimenticare la sua scelta. La pagina apposita funziona senza JavaScript e senza account.',
    effect:
      'Dopo una revoca, ciò che questo sito aveva archiviato per quella finalità viene cancellato e non viene più letto. Ciò che un terzo ha archiviato sotto il proprio indirizzo può cancellarlo solo quel terzo, oppure lei nelle impostazioni del browser.',
    kept: (life, again) =>
      `La sua scelta viene conservata per ${life}. Dopo un rifiuto, la stessa domanda non viene riproposta per ${again}.`,
    browser:
      'Anche le impostazioni del browser permettono di cancellare o bloccare i cookie. Senza quelli necessari, alcune parti del sito potrebbero non funzionare.',
    button: 'Le sue scelte',
  },
  signals: {
    heading: 'Segnali del suo browser',
    gpc: {
      'opt-out':
        'Se il suo browser invia il segnale Global Privacy Control, questo vale come opposizione e rifiuto: tutto ciò a cui ci si può opporre o che si può rifiutare è disattivato. Ciò che poi consente espressamente nella pagina delle sue scelte vale per questo sito.',
      'deny-unless-chosen':
        'Se il suo browser invia il segnale Global Privacy Control, questo vale come rifiuto di tutto ciò che non è necessario. Ciò che poi consente espressamente nella pagina delle sue scelte vale per questo sito.',
      'record-only':
        'Se il suo browser invia il segnale Global Privacy Control, questo viene registrato insieme alla sua scelta. Non cambia nient’altro.',
    },
    projections: (names) => `La sua scelta viene comunicata ad altri anche in queste forme: ${names}.`,
  },
  involved: {
    heading: 'Chi è coinvolto',
    caption: 'Fornitori, i loro ruoli e i loro paesi',
    columns: { name: 'Nome', role: 'Ruolo', country: 'Paese', safeguard: 'Garanzia per i trasferimenti', policy: 'La sua informativa' },
    policy: 'Informativa',
    noSafeguard: 'Non indicata',
    hosting: (country) => `Paese in cui è ospitato il sito: ${country}.`,
  },
  controller: {
    heading: 'Chi è il titolare',
    name: 'Titolare del trattamento',
    address: 'Indirizzo',
    contact: 'Contatto',
    dpo: 'Responsabile della protezione dei dati',
    representative: 'Rappresentante',
  },
  rights: {
    heading: 'I suoi diritti e come presentare reclamo',
    families: {
      gdpr: [
        'Può chiedere al titolare l’accesso ai dati personali che la riguardano, una loro copia e la loro rettifica o cancellazione; può chiedere la limitazione del trattamento, opporsi a esso e ricevere in un formato riutilizzabile i dati che ha fornito.',
        'Il consenso può essere revocato in qualsiasi momento. Ciò che è stato fatto prima resta lecito.',
      ],
      us: [
        'Può chiedere quali informazioni personali vengono raccolte, usate e condivise, chiederne la correzione o la cancellazione e opporsi alla loro vendita, alla loro condivisione e alla pubblicità mirata. Non per questo riceverà un trattamento peggiore.',
      ],
      canada: [
        'Può chiedere l’accesso alle sue informazioni personali e la loro rettifica, revocare il consenso e chiedere che informazioni vengano tolte dai risultati di ricerca dove la legge lo prevede.',
      ],
      brazil: [
        'Può chiedere la conferma che dati che la riguardano sono trattati, l’accesso, la correzione, l’anonimizzazione, la portabilità e la cancellazione, e può revocare il consenso.',
      ],
      australia: ['Può chiedere l’accesso alle informazioni personali che la riguardano e la loro correzione.'],
    },
    complain:
      'Scriva prima al contatto indicato sopra. Se la risposta non la soddisfa, può presentare reclamo anche all’autorità di protezione dei dati del luogo in cui vive.',
    complainTo: 'Scriva prima al contatto indicato sopra. Se la risposta non la soddisfa, può presentare reclamo anche a questa autorità: ',
  },
  record: {
    heading: 'Su questa pagina',
    explanation:
      'Questa pagina è prodotta a partire dalla dichiarazione del sito. L’impronta qui sotto la identifica; ricevute, verifiche e statistiche recano la stessa.',
    replaces: 'Sostituisce',
    rules: 'Regole applicate',
    log: 'Registro pubblico',
  },
  lexicon: {
    self: [
      'noi',
      'nostro',
      'nostra',
      'nostri',
      'nostre',
      'questo sito',
      'questo sito web',
      'questo portale',
      'questa piattaforma',
      'usiamo',
      'utilizziamo',
      'impieghiamo',
      'elaboriamo',
      'facciamo',
      'misuriamo',
      'contiamo',
      'raccogliamo',
      'mostriamo',
    ],
    promises: {
      statistics: ['statistic', 'analisi', 'analitic', 'analytics', 'contare le visite', 'misurare le visite', 'traffico'],
      marketing: ['pubblicit', 'marketing', 'remarketing', 'annunci', 'mirat'],
    },
    withdrawal: [
      'revoc',
      'ritirare',
      'modificare le sue scelte',
      'modificare la sua scelta',
      'cambiare scelta',
      'cambiare idea',
      'gestire',
      'gestione dei cookie',
    ],
    otherTechniques: [
      'archiviazion',
      'archivi del browser',
      'local storage',
      'localstorage',
      'pixel',
      'simil',
      'tracciament',
      'tracciator',
      'altre tecniche',
      'altre tecnologie',
      'richieste',
    ],
    anonymous: ['anonim'],
    consent: ['consens'],
  },
};
