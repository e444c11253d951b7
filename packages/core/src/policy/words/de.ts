// The policy in German.
import { countryNames } from './country-names.ts';
import type { PolicyWords } from './policy-words.ts';

const months = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'];

/** German words of the policy. */
export const de: PolicyWords = {
  tag: 'de',
  name: 'Deutsch',
  direction: 'ltr',
  grammar: {
    form: (count) => (count === 1 ? 0 : 1),
    comma: ', ',
    semicolon: '; ',
    and: ' und ',
    term: (term) => `${term}:`,
    quote: (text) => `„${text}“`,
    date: (year, month, day) => `${day}. ${months[month - 1] ?? ''} ${year}`,
    shareLastWord: true,
    lowerCaseLabels: false,
  },
  title: 'Cookie-Richtlinie',
  contents: 'Auf dieser Seite',
  inForceSince: 'In Kraft seit',
  version: 'Version',
  fingerprint: 'Deklaration',
  languages: 'Sprachen',
  // Each reads the same in the nominative and after "für".
  profiles: {
    'eu-base': 'die Europäische Union',
    fr: 'Frankreich',
    it: 'Italien',
    es: 'Spanien',
    de: 'Deutschland',
    nl: 'die Niederlande',
    uk: 'das Vereinigte Königreich',
    'us-ca': 'Kalifornien',
    'us-other': 'die Vereinigten Staaten',
    'ca-qc': 'Québec',
    br: 'Brasilien',
    'au-qld': 'Queensland',
    'au-fed': 'Australien',
    'eu-omnibus-draft': 'das EU-Vorhaben „Digitaler Omnibus“ (Entwurf)',
  },
  countries: countryNames(
    'AT=Österreich; AU=Australien; BE=Belgien; BG=Bulgarien; BR=Brasilien; CA=Kanada; CH=Schweiz; CN=China; CY=Zypern; ' +
      'CZ=Tschechien; DE=Deutschland; DK=Dänemark; EE=Estland; ES=Spanien; FI=Finnland; FR=Frankreich; GB=Vereinigtes Königreich; ' +
      'GR=Griechenland; HR=Kroatien; HU=Ungarn; IE=Irland; IL=Israel; IN=Indien; IS=Island; IT=Italien; JP=Japan; KR=Südkorea; ' +
      'LI=Liechtenstein; LT=Litauen; LU=Luxemburg; LV=Lettland; MT=Malta; MX=Mexiko; NL=Niederlande; NO=Norwegen; ' +
      'NZ=Neuseeland; PL=Polen; PT=Portugal; RO=Rumänien; RU=Russland; SE=Schweden; SG=Singapur; SI=Slowenien; SK=Slowakei; ' +
      'TR=Türkei; UA=Ukraine; US=Vereinigte Staaten; ZA=Südafrika; ZZ=nicht angegeben',
  ),
  roles: {
    controller: 'Verantwortlicher: entscheidet über Zwecke und Mittel',
    processor: 'Auftragsverarbeiter: handelt auf Weisung des Verantwortlichen',
    joint: 'Gemeinsam Verantwortlicher: entscheidet zusammen mit dieser Website',
    third: 'Dritter: entscheidet für sich selbst',
  },
  categories: {
    necessary: 'Notwendig für den Betrieb der Website',
    preferences: 'Einstellungen',
    statistics: 'Statistik',
    marketing: 'Marketing',
  },
  kinds: {
    cookie: 'Cookie',
    local: 'Lokaler Speicher',
    session: 'Sitzungsspeicher',
    'indexed-db': 'Datenbank im Browser',
    cache: 'Zwischenspeicher im Browser',
    opfs: 'Private Dateien im Browser',
    'service-worker': 'Service Worker',
    request: 'Anfrage an einen anderen Host',
  },
  moments: {
    always: 'Bei jedem Besuch',
    choice: 'Wenn Sie die Frage zu Cookies beantworten',
    consent: 'Nachdem Sie eingewilligt haben',
    'log-in': 'Wenn Sie sich anmelden',
    'language-choice': 'Wenn Sie eine Sprache wählen',
    form: 'Wenn Sie ein Formular verwenden',
    action: 'Wenn Sie die Funktion verwenden, die es benötigt',
  },
  parties: { first: 'Erstanbieter (diese Website)', third: 'Drittanbieter (eine andere Website)' },
  columns: {
    provider: 'Name des Diensteanbieters',
    function: 'Funktion und Ort',
    name: 'Name(n) der Cookies',
    purposes: 'Zwecke',
    duration: 'Dauer',
    when: 'Wann es gesetzt wird',
    party: 'Herkunft',
    kind: 'Art und Host',
    recipients: 'Weitergegeben an',
    basis: 'Rechtsgrundlage',
  },
  nameOfAnything: 'Name(n)',
  nobody: 'Niemanden',
  duration: {
    units: {
      year: ['Jahr', 'Jahre'],
      month: ['Monat', 'Monate'],
      week: ['Woche', 'Wochen'],
      day: ['Tag', 'Tage'],
      hour: ['Stunde', 'Stunden'],
      minute: ['Minute', 'Minuten'],
      second: ['Sekunde', 'Sekunden'],
    },
    session: 'Sitzung (bis der Browser geschlossen wird)',
    notStored: 'Nichts wird gespeichert',
    renewed: (life) => `${life}, mit jedem Besuch von vorn`,
    dataKept: (life, kept) => `${life}; die zugehörigen Daten: ${kept}`,
  },
  basis: {
    kinds: {
      consent: 'Mit Ihrer Einwilligung',
      exempt: 'Keine Einwilligung nötig',
      objectable: 'Bis zu Ihrem Widerspruch',
      'opt-out': 'Bis Sie ablehnen',
      notice: 'Mit Information',
    },
    grounds: {
      transmission: 'zur Durchführung der Übertragung',
      'requested-service': 'für den von Ihnen gewünschten Dienst unbedingt erforderlich',
      authentication: 'damit Sie dort angemeldet bleiben, wo Sie es gewünscht haben',
      security: 'zum Schutz eines von Ihnen gewünschten Dienstes',
      'load-balancing': 'zur Verteilung der Besuche auf mehrere Server',
      'user-input': 'damit Ihre Eingaben erhalten bleiben',
      language: 'damit die von Ihnen gewählte Sprache erhalten bleibt',
      'choice-record': 'damit Ihre Antwort auf die Frage zu Cookies erhalten bleibt',
      'audience-measurement': 'zur Messung der Reichweite allein dieser Website, in Summen',
      'public-notice': 'das Recht verlangt eine Information, keine Einwilligung',
    },
    with: (kind, ground) => `${kind}: ${ground}`,
    source: (source, asOf) => `${source}, Stand: ${asOf}`,
    unverified: ' (noch von niemandem geprüft)',
  },
  introduction: {
    opening: (site) =>
      `Diese Seite führt auf, was ${site} auf Ihrem Gerät speichert oder von dort ausliest: wie es heißt, wer dahintersteht, wozu es dient und wie lange es bleibt.`,
    uses: {
      necessary: 'für den Betrieb der Website',
      preferences: 'für Ihre Einstellungen',
      statistics: 'für Statistiken',
      marketing: 'für Werbung',
    },
    usesAre: (uses) => `Wir verwenden es ${uses}.`,
    nothing: 'Zurzeit ist das gar nichts.',
  },
  whatIs: {
    heading: 'Was ist ein Cookie?',
    paragraphs: [
      'Ein Cookie ist ein kurzer Text mit einem Namen. Eine Website, die Sie besuchen, übergibt ihn Ihrem Browser; Ihr Browser bewahrt ihn einige Zeit auf und sendet ihn bei jeder späteren Anfrage an diese Website zurück. So kann eine Website erkennen, dass Sie angemeldet sind oder welche Sprache Sie gewählt haben.',
      'Andere Techniken leisten Ähnliches: Speicher und Datenbanken im Browser oder Anfragen, die Ihr Browser an den Server eines anderen richtet. Es kommt nicht auf die Technik an, sondern darauf, dass etwas auf Ihrem Gerät gespeichert oder von dort ausgelesen wird. Diese Seite behandelt sie alle gleich.',
    ],
  },
  kindsOf: {
    heading: 'Welche Arten gibt es?',
    opening: 'Cookies lassen sich danach unterscheiden, wozu sie dienen und wem sie gehören:',
    kinds: [
      '„Notwendige“ Cookies leisten etwas, das Sie gewünscht haben und das ohne sie nicht möglich ist: Sie angemeldet zu halten, ein Formular zu schützen oder sich Ihre Antwort zu Cookies zu merken.',
      'Cookies für „Einstellungen“ merken sich, wie Sie die Website haben möchten, zum Beispiel in welcher Sprache.',
      'Cookies für „Statistik“ helfen, Besuche und Seiten zu zählen. Ob Sie vorher gefragt werden, hängt vom Recht des Ortes ab; der Abschnitt „Statistik“ sagt, was hier gilt.',
      'Cookies für „Marketing“ verfolgen Interessen, um Werbung auszuwählen oder ihre Wirkung zu messen.',
      'Cookies von „Erstanbietern“ gehören zu der Website, die Sie besuchen.',
      'Cookies von „Drittanbietern“ gehören zu einer anderen Website, deren Inhalt Teil der Seite ist. Diese andere Website kann erfahren, auf welcher Seite Sie waren.',
    ],
  },
  used: {
    heading: (site) => ['Welche Cookies auf der Plattform ', site, ' verwendet werden'],
    caption: (site) => `Cookies und ähnliche Techniken auf der Website „${site}“`,
    nothing: 'Keine: Für diese Website ist weder ein Cookie noch etwas Ähnliches deklariert.',
    sameForAll: 'In jeder Zeile gleich',
    longest: 'Eine Dauer ist die längste Zeit, die etwas auf Ihrem Gerät bleiben kann.',
  },
  purposes: {
    heading: 'Wozu sie dienen und auf welcher Grundlage',
    basis: 'Rechtsgrundlage',
    source: 'Quelle',
    refused: 'Wenn Sie ablehnen',
    blocked: 'Wenn Sie es blockieren',
    profiling: 'Profilbildung',
    trackers: 'Verwendet',
    nothingStored: 'nichts auf Ihrem Gerät',
    forAll: 'Für alle gleich',
  },
  statistics: {
    heading: 'Statistik',
    nothing: 'Es werden keine Statistiken erstellt: Besuche werden nicht gezählt, und dafür wird nichts gespeichert oder ausgelesen.',
    listed: (category) => `Statistiken werden mit dem erstellt, was die Tabelle unter „${category}“ aufführt.`,
    notHere: (profile) => `Nach den Regeln für ${profile} werden Besuche nicht gezählt.`,
    tiers: {
      A: 'Besuche werden anhand der Anfragen gezählt, die Ihr Browser ohnehin stellt. Dafür wird auf Ihrem Gerät nichts gespeichert und von dort nichts ausgelesen.',
      B: 'Besuche werden mit einem Cookie gezählt, das diese Website nur für sich selbst setzt und ausliest.',
      C: 'Besuche werden mit einem Cookie gezählt, das erst gesetzt wird, nachdem Sie eingewilligt haben.',
    },
    kept: (time, k) =>
      `Aufbewahrt werden nur Summen, und zwar ${time} lang. Eine Zahl, die für weniger als ${k} Personen steht, wird mit „Sonstige“ zusammengelegt, bevor sie jemand sieht.`,
    whatCounts:
      'Statistiken sind nicht schon deshalb ohne Einwilligung erlaubt, weil sie anonym sind: Es kommt darauf an, ob etwas auf Ihrem Gerät gespeichert oder von dort ausgelesen wird und welche Ausnahme das Recht vorsieht.',
    grounds: {
      consent: 'Sie laufen erst, nachdem Sie eingewilligt haben.',
      exempt: (profile, ground) => `Nach den Regeln für ${profile} brauchen diese Statistiken keine Einwilligung: ${ground}.`,
      objectable: (profile, ground) => `Nach den Regeln für ${profile} laufen diese Statistiken, bis Sie widersprechen: ${ground}.`,
      'opt-out': (profile, ground) => `Nach den Regeln für ${profile} laufen diese Statistiken, bis Sie sie ablehnen: ${ground}.`,
      notice: (profile, ground) => `Nach den Regeln für ${profile} laufen diese Statistiken mit dieser Information: ${ground}.`,
    },
    objection: 'Sie können jederzeit kostenlos und ohne Angabe von Gründen widersprechen.',
    object: 'Der Statistik widersprechen',
    see: 'Sehen, was gezählt wird',
  },
  choices: {
    heading: 'Ihre Auswahl und wie Sie sie ändern',
    asked: 'Was Ihre Einwilligung braucht, bleibt ausgeschaltet, bis Sie einwilligen. Ablehnen kostet einen Klick, genau wie Einwilligen.',
    notAsked: (profile) =>
      `Nach den Regeln für ${profile} braucht auf dieser Website nichts Ihre Einwilligung; deshalb werden Sie nicht gefragt.`,
    change:
      'Sie können jederzeit neu wählen, Einwilligungen widerrufen, widersprechen oder Ihre Auswahl vergessen lassen. Die Seite dafür funktioniert ohne JavaScript und ohne Konto.',
    effect:
      'Nach einem Widerruf wird entfernt und nicht mehr ausgelesen, was diese Website für den betreffenden Zweck gespeichert hatte. Was ein Dritter unter seiner eigenen Adresse gespeichert hat, kann nur er selbst entfernen oder Sie in den Einstellungen Ihres Browsers.',
    kept: (life, again) =>
      `Ihre Auswahl wird ${life} lang aufbewahrt. Nach einer Ablehnung wird dieselbe Frage ${again} lang nicht erneut gestellt.`,
    browser:
      'Auch in den Einstellungen Ihres Browsers können Sie Cookies löschen oder blockieren. Ohne die notwendigen funktionieren Teile der Website möglicherweise nicht.',
    button: 'Ihre Auswahl',
  },
  signals: {
    heading: 'Signale Ihres Browsers',
    gpc: {
      'opt-out':
        'Sendet Ihr Browser das Signal Global Privacy Control, so gilt es als Ihr Widerspruch und Ihre Ablehnung: Alles, dem widersprochen oder das abgelehnt werden kann, ist ausgeschaltet. Was Sie danach auf der Seite mit Ihrer Auswahl ausdrücklich erlauben, gilt für diese Website.',
      'deny-unless-chosen':
        'Sendet Ihr Browser das Signal Global Privacy Control, so gilt es als Ablehnung von allem, was nicht notwendig ist. Was Sie danach auf der Seite mit Ihrer Auswahl ausdrücklich erlauben, gilt für diese Website.',
      'record-only':
        'Sendet Ihr Browser das Signal Global Privacy Control, so wird das mit Ihrer Auswahl festgehalten. Darüber hinaus ändert es nichts.',
    },
    projections: (names) => `Ihre Auswahl wird anderen auch in diesen Formen mitgeteilt: ${names}.`,
  },
  involved: {
    heading: 'Wer beteiligt ist',
    caption: 'Anbieter, ihre Rollen und ihre Länder',
    columns: { name: 'Name', role: 'Rolle', country: 'Land', safeguard: 'Garantie für Übermittlungen', policy: 'Eigene Erklärung' },
    policy: 'Datenschutzerklärung',
    noSafeguard: 'Nicht angegeben',
    hosting: (country) => `Land, in dem die Website gehostet wird: ${country}.`,
  },
  controller: {
    heading: 'Wer verantwortlich ist',
    name: 'Verantwortlicher',
    address: 'Anschrift',
    contact: 'Kontakt',
    dpo: 'Datenschutzbeauftragte oder -beauftragter',
    representative: 'Vertreter',
  },
  rights: {
    heading: 'Ihre Rechte und wie Sie sich beschweren',
    families: {
      gdpr: [
        'Sie können vom Verantwortlichen Auskunft über die zu Ihrer Person gespeicherten Daten verlangen, eine Kopie davon sowie ihre Berichtigung oder Löschung. Sie können die Einschränkung der Verarbeitung verlangen, ihr widersprechen und die von Ihnen bereitgestellten Daten in übertragbarer Form erhalten.',
        'Eine Einwilligung kann jederzeit widerrufen werden. Was davor geschah, bleibt rechtmäßig.',
      ],
      us: [
        'Sie können Auskunft darüber verlangen, welche personenbezogenen Informationen erhoben, verwendet und weitergegeben werden, ihre Berichtigung oder Löschung verlangen und ihrem Verkauf, ihrer Weitergabe und zielgerichteter Werbung widersprechen. Ihnen entstehen daraus keine Nachteile.',
      ],
      canada: [
        'Sie können Auskunft über Ihre personenbezogenen Informationen und ihre Berichtigung verlangen, eine Einwilligung widerrufen und verlangen, dass Informationen aus Suchergebnissen entfernt werden, wo das Recht dies vorsieht.',
      ],
      brazil: [
        'Sie können die Bestätigung verlangen, dass Daten über Sie verarbeitet werden, sowie Auskunft, Berichtigung, Anonymisierung, Übertragung und Löschung, und Sie können eine Einwilligung widerrufen.',
      ],
      australia: ['Sie können Auskunft über die zu Ihrer Person gespeicherten Informationen und ihre Berichtigung verlangen.'],
    },
    complain:
      'Wenn Sie nicht zufrieden sind, schreiben Sie zuerst an den oben genannten Kontakt. Sie können sich auch bei der Datenschutzaufsichtsbehörde Ihres Wohnorts beschweren.',
    complainTo:
      'Wenn Sie nicht zufrieden sind, schreiben Sie zuerst an den oben genannten Kontakt. Sie können sich auch bei dieser Behörde beschweren: ',
  },
  record: {
    heading: 'Über diese Seite',
    explanation:
      'Diese Seite wird aus der Deklaration der Website erzeugt. Der Fingerabdruck unten bezeichnet sie; Belege, Prüfungen und Statistiken tragen denselben.',
    replaces: 'Ersetzt',
    rules: 'Angewandte Regeln',
    log: 'Öffentliches Protokoll',
  },
  lexicon: {
    self: [
      'wir',
      'uns',
      'unser',
      'unsere',
      'unserem',
      'unseren',
      'unserer',
      'unseres',
      'diese website',
      'dieser website',
      'diese webseite',
      'dieser webseite',
      'dieses portal',
      'diesem portal',
      'dieses portals',
      'diese plattform',
      'dieser plattform',
    ],
    promises: {
      statistics: ['statisti', 'analyse', 'webanalyse', 'reichweite', 'besuche zähl', 'besuche mess', 'besucherzahl', 'zugriffszahl'],
      marketing: ['werb', 'marketing', 'remarketing', 'zielgerichtet', 'personalisierte anzeige'],
    },
    withdrawal: [
      'widerruf',
      'zurückzieh',
      'zurücknehm',
      'auswahl änder',
      'entscheidung änder',
      'einstellungen änder',
      'cookies verwalt',
      'anders entscheid',
      'opt out',
    ],
    otherTechniques: [
      'speicher im browser',
      'speicher und',
      'lokaler speicher',
      'lokalen speicher',
      'sitzungsspeicher',
      'browserspeicher',
      'local storage',
      'localstorage',
      'pixel',
      'zählpixel',
      'ähnlich',
      'tracker',
      'andere technik',
      'anfragen',
    ],
    anonymous: ['anonym'],
    consent: ['einwillig', 'zustimm'],
  },
};
