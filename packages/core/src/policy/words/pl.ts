// The policy in Polish.
import { countryNames } from './country-names.ts';
import type { PolicyWords } from './policy-words.ts';

const months = [
  'stycznia',
  'lutego',
  'marca',
  'kwietnia',
  'maja',
  'czerwca',
  'lipca',
  'sierpnia',
  'września',
  'października',
  'listopada',
  'grudnia',
];

const profiles: PolicyWords['profiles'] = {
  'eu-base': 'Unia Europejska',
  fr: 'Francja',
  it: 'Włochy',
  es: 'Hiszpania',
  de: 'Niemcy',
  nl: 'Niderlandy',
  uk: 'Zjednoczone Królestwo',
  'us-ca': 'Kalifornia',
  'us-other': 'Stany Zjednoczone',
  'ca-qc': 'Quebec',
  br: 'Brazylia',
  'au-qld': 'Queensland',
  'au-fed': 'Australia',
  'eu-omnibus-draft': 'projekt cyfrowego omnibusa UE',
};

// A name stands alone in the nominative and after "dla" in the genitive.
const genitives: ReadonlyMap<string, string> = new Map([
  [profiles['eu-base'], 'Unii Europejskiej'],
  [profiles.fr, 'Francji'],
  [profiles.it, 'Włoch'],
  [profiles.es, 'Hiszpanii'],
  [profiles.de, 'Niemiec'],
  [profiles.nl, 'Niderlandów'],
  [profiles.uk, 'Zjednoczonego Królestwa'],
  [profiles['us-ca'], 'Kalifornii'],
  [profiles['us-other'], 'Stanów Zjednoczonych'],
  [profiles['ca-qc'], 'Quebecu'],
  [profiles.br, 'Brazylii'],
  [profiles['au-qld'], 'Queenslandu'],
  [profiles['au-fed'], 'Australii'],
  [profiles['eu-omnibus-draft'], 'projektu cyfrowego omnibusa UE'],
]);

function underRulesFor(profile: string): string {
  return `Zgodnie z zasadami dla ${genitives.get(profile) ?? profile}`;
}

// 1 rok, 2 lata, 5 lat, 12 lat, 22 lata.
function form(count: number): number {
  if (count === 1) return 0;
  const [ones, tens] = [count % 10, count % 100];
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
}

/** Polish words of the policy. */
export const pl: PolicyWords = {
  tag: 'pl',
  name: 'Polski',
  direction: 'ltr',
  grammar: {
    form,
    comma: ', ',
    semicolon: '; ',
    and: ' i ',
    term: (term) => `${term}:`,
    quote: (text) => `„${text}”`,
    date: (year, month, day) => `${day} ${months[month - 1] ?? ''} ${year} r.`,
    shareLastWord: false,
    lowerCaseLabels: true,
  },
  title: 'Polityka plików cookie',
  contents: 'Na tej stronie',
  inForceSince: 'Obowiązuje od',
  version: 'Wersja',
  fingerprint: 'Deklaracja',
  languages: 'Języki',
  profiles,
  countries: countryNames(
    'AT=Austria; AU=Australia; BE=Belgia; BG=Bułgaria; BR=Brazylia; CA=Kanada; CH=Szwajcaria; CN=Chiny; CY=Cypr; CZ=Czechy; ' +
      'DE=Niemcy; DK=Dania; EE=Estonia; ES=Hiszpania; FI=Finlandia; FR=Francja; GB=Wielka Brytania; GR=Grecja; HR=Chorwacja; ' +
      'HU=Węgry; IE=Irlandia; IL=Izrael; IN=Indie; IS=Islandia; IT=Włochy; JP=Japonia; KR=Korea Południowa; LI=Liechtenstein; ' +
      'LT=Litwa; LU=Luksemburg; LV=Łotwa; MT=Malta; MX=Meksyk; NL=Niderlandy; NO=Norwegia; NZ=Nowa Zelandia; PL=Polska; ' +
      'PT=Portugalia; RO=Rumunia; RU=Rosja; SE=Szwecja; SG=Singapur; SI=Słowenia; SK=Słowacja; TR=Turcja; UA=Ukraina; ' +
      'US=Stany Zjednoczone; ZA=Republika Południowej Afryki; ZZ=nie podano',
  ),
  roles: {
    controller: 'Administrator: decyduje o celach i sposobach',
    processor: 'Podmiot przetwarzający: działa na polecenie administratora',
    joint: 'Współadministrator: decyduje wspólnie z tym serwisem',
    third: 'Strona trzecia: decyduje samodzielnie',
  },
  categories: {
    necessary: 'Niezbędne do działania serwisu',
    preferences: 'Preferencje',
    statistics: 'Statystyka',
    marketing: 'Marketing',
  },
  kinds: {
    cookie: 'Plik cookie',
    local: 'Pamięć lokalna',
    session: 'Pamięć sesji',
    'indexed-db': 'Baza danych w przeglądarce',
    cache: 'Pamięć podręczna przeglądarki',
    opfs: 'Prywatne pliki w przeglądarce',
    'service-worker': 'Service worker',
    request: 'Żądanie do innego hosta',
  },
  moments: {
    always: 'Podczas każdych odwiedzin',
    choice: 'Po udzieleniu odpowiedzi na pytanie o pliki cookie',
    consent: 'Po wyrażeniu zgody',
    'log-in': 'Podczas logowania',
    'language-choice': 'Po wybraniu języka',
    form: 'Podczas korzystania z formularza',
    action: 'Podczas korzystania z funkcji, która tego wymaga',
  },
  parties: { first: 'Własne (ten serwis)', third: 'Podmiot trzeci (inny serwis)' },
  columns: {
    provider: 'Nazwa usługodawcy',
    function: 'Funkcja i miejsce',
    name: 'Nazwa pliku lub plików cookie',
    purposes: 'Cele',
    duration: 'Czas trwania',
    when: 'Kiedy jest zapisywane',
    party: 'Pochodzenie',
    kind: 'Rodzaj i host',
    recipients: 'Odbiorcy',
    basis: 'Podstawa prawna',
  },
  nameOfAnything: 'Nazwa lub nazwy',
  nobody: 'Brak',
  duration: {
    units: {
      year: ['rok', 'lata', 'lat'],
      month: ['miesiąc', 'miesiące', 'miesięcy'],
      week: ['tydzień', 'tygodnie', 'tygodni'],
      day: ['dzień', 'dni', 'dni'],
      hour: ['godzina', 'godziny', 'godzin'],
      minute: ['minuta', 'minuty', 'minut'],
      second: ['sekunda', 'sekundy', 'sekund'],
    },
    session: 'Sesja (do zamknięcia przeglądarki)',
    notStored: 'Nic nie jest zapisywane',
    renewed: (life) => `${life}, od nowa przy każdych odwiedzinach`,
    dataKept: (life, kept) => `${life}; powiązane dane: ${kept}`,
  },
  basis: {
    kinds: {
      consent: 'Za Państwa zgodą',
      exempt: 'Zgoda nie jest wymagana',
      objectable: 'Do czasu wniesienia sprzeciwu',
      'opt-out': 'Do czasu odmowy',
      notice: 'Z podaniem informacji',
    },
    grounds: {
      transmission: 'w celu wykonania transmisji',
      'requested-service': 'żądana przez Państwa usługa nie może bez tego działać',
      authentication: 'w celu utrzymania logowania tam, gdzie Państwo o to prosili',
      security: 'w celu ochrony usługi, której Państwo zażądali',
      'load-balancing': 'w celu rozłożenia odwiedzin na kilka serwerów',
      'user-input': 'w celu zachowania wprowadzonych danych',
      language: 'w celu zachowania wybranego języka',
      'choice-record': 'w celu zachowania odpowiedzi na pytanie o pliki cookie',
      'audience-measurement': 'w celu pomiaru oglądalności wyłącznie tego serwisu, w postaci sum',
      'public-notice': 'prawo wymaga informacji, a nie zgody',
    },
    with: (kind, ground) => `${kind}: ${ground}`,
    source: (source, asOf) => `${source}, stan na ${asOf}`,
    unverified: ' (nikt tego jeszcze nie sprawdził)',
  },
  introduction: {
    opening: (site) =>
      `Ta strona wymienia to, co serwis „${site}” zapisuje na Państwa urządzeniu lub z niego odczytuje: jak się to nazywa, kto za tym stoi, do czego służy i jak długo pozostaje.`,
    uses: {
      necessary: 'do działania serwisu',
      preferences: 'do zapamiętania Państwa preferencji',
      statistics: 'do tworzenia statystyk',
      marketing: 'do celów reklamowych',
    },
    usesAre: (uses) => `Używamy tego ${uses}.`,
    nothing: 'Obecnie nie ma niczego takiego.',
  },
  whatIs: {
    heading: 'Czym jest plik cookie?',
    paragraphs: [
      'Plik cookie to krótki tekst, który ma nazwę. Odwiedzany serwis przekazuje go przeglądarce, a ta przechowuje go przez pewien czas i odsyła do tego serwisu z każdym późniejszym żądaniem. Dzięki temu serwis może wiedzieć, że są Państwo zalogowani lub jaki język został wybrany.',
      'Inne techniki działają podobnie: pamięć i bazy danych w przeglądarce albo żądania, które przeglądarka kieruje do cudzego serwera. Nie liczy się technika, lecz to, że coś jest zapisywane na Państwa urządzeniu lub z niego odczytywane. Ta strona traktuje je wszystkie jednakowo.',
    ],
  },
  kindsOf: {
    heading: 'Jakie są rodzaje?',
    opening: 'Pliki cookie można rozróżnić według tego, do czego służą i do kogo należą:',
    kinds: [
      '„Niezbędne” pliki cookie robią coś, o co Państwo prosili i co bez nich nie może działać: utrzymują zalogowanie, chronią formularz lub zapamiętują odpowiedź dotyczącą plików cookie.',
      'Pliki cookie „preferencji” zapamiętują, jak lubią Państwo korzystać z serwisu, na przykład w jakim języku.',
      'Pliki cookie „statystyki” pomagają liczyć odwiedziny i strony. Od prawa danego miejsca zależy, czy najpierw pojawia się pytanie; część „Statystyka” mówi, co obowiązuje tutaj.',
      'Pliki cookie „marketingu” śledzą zainteresowania, aby dobierać reklamy lub mierzyć ich skutki.',
      '„Własne” pliki cookie należą do odwiedzanego serwisu.',
      'Pliki cookie „podmiotów trzecich” należą do innego serwisu, którego treść jest częścią strony. Ten inny serwis może dowiedzieć się, jaka strona została odwiedzona.',
    ],
  },
  used: {
    heading: (site) => ['Jakie pliki cookie są używane na platformie ', site],
    caption: (site) => `Pliki cookie i podobne technologie w serwisie „${site}”`,
    nothing: 'Żadne: dla tego serwisu nie zadeklarowano plików cookie ani niczego podobnego.',
    sameForAll: 'Tak samo w każdym wierszu',
    longest: 'Czas trwania to najdłuższy czas, przez jaki coś może pozostać na Państwa urządzeniu.',
  },
  purposes: {
    heading: 'Do czego służą i na jakiej podstawie',
    basis: 'Podstawa prawna',
    source: 'Źródło',
    refused: 'W razie odmowy',
    blocked: 'W razie zablokowania',
    profiling: 'Profilowanie',
    trackers: 'Używane elementy',
    nothingStored: 'nic na Państwa urządzeniu',
    forAll: 'Tak samo dla wszystkich',
  },
  statistics: {
    heading: 'Statystyka',
    nothing: 'Statystyki nie są tworzone: odwiedziny nie są liczone i nic nie jest w tym celu zapisywane ani odczytywane.',
    listed: (category) => `Statystyki są tworzone za pomocą tego, co tabela wymienia w części „${category}”.`,
    notHere: (profile) => `${underRulesFor(profile)} odwiedziny nie są liczone.`,
    tiers: {
      A: 'Odwiedziny są liczone na podstawie żądań, które Państwa przeglądarka i tak wysyła. Nic nie jest w tym celu zapisywane na Państwa urządzeniu ani z niego odczytywane.',
      B: 'Odwiedziny są liczone za pomocą pliku cookie, który ten serwis zapisuje i odczytuje wyłącznie dla siebie.',
      C: 'Odwiedziny są liczone za pomocą pliku cookie, który jest zapisywany dopiero po wyrażeniu zgody.',
    },
    kept: (time, k) =>
      `Przechowywane są tylko sumy (czas przechowywania: ${time}). Liczba, za którą stoi mniej niż ${k} osób, jest łączona z pozycją „inne”, zanim ktokolwiek ją zobaczy.`,
    whatCounts:
      'Statystyki nie są zwolnione z wymogu zgody dlatego, że są anonimowe: liczy się to, czy coś jest zapisywane na Państwa urządzeniu lub z niego odczytywane, oraz jaki wyjątek przewiduje prawo.',
    grounds: {
      consent: 'Są tworzone dopiero po wyrażeniu zgody.',
      exempt: (profile, ground) => `${underRulesFor(profile)} te statystyki nie wymagają zgody: ${ground}.`,
      objectable: (profile, ground) => `${underRulesFor(profile)} te statystyki są tworzone do czasu wniesienia sprzeciwu: ${ground}.`,
      'opt-out': (profile, ground) => `${underRulesFor(profile)} te statystyki są tworzone do czasu odmowy: ${ground}.`,
      notice: (profile, ground) => `${underRulesFor(profile)} te statystyki są tworzone z podaniem niniejszej informacji: ${ground}.`,
    },
    objection: 'Sprzeciw można wnieść w każdej chwili, bezpłatnie i bez podawania przyczyny.',
    object: 'Wnieś sprzeciw wobec statystyk',
    see: 'Zobacz, co jest liczone',
  },
  choices: {
    heading: 'Państwa wybór i jak go zmienić',
    asked:
      'To, co wymaga Państwa zgody, pozostaje wyłączone do czasu jej wyrażenia. Odmowa wymaga jednego kliknięcia, dokładnie tak samo jak zgoda.',
    notAsked: (profile) => `${underRulesFor(profile)} nic w tym serwisie nie wymaga Państwa zgody, dlatego pytanie nie jest zadawane.`,
    change:
      'W każdej chwili można wybrać ponownie, wycofać zgodę, wnieść sprzeciw lub zlecić zapomnienie wyboru. Przeznaczona do tego strona działa bez JavaScriptu i bez konta.',
    effect:
      'Po wycofaniu zgody to, co serwis zapisał w danym celu, jest usuwane i nie jest już odczytywane. To, co podmiot trzeci zapisał pod własnym adresem, może usunąć tylko on albo Państwo w ustawieniach przeglądarki.',
    kept: (life, again) =>
      `Czas przechowywania Państwa wyboru: ${life}. Czas, przez który po odmowie to samo pytanie nie jest ponownie zadawane: ${again}.`,
    browser:
      'Ustawienia przeglądarki także pozwalają usuwać lub blokować pliki cookie. Bez niezbędnych plików części serwisu mogą nie działać.',
    button: 'Państwa wybór',
  },
  signals: {
    heading: 'Sygnały z Państwa przeglądarki',
    gpc: {
      'opt-out':
        'Jeżeli Państwa przeglądarka wysyła sygnał Global Privacy Control, jest on traktowany jako sprzeciw i odmowa: wszystko, wobec czego można wnieść sprzeciw lub czego można odmówić, jest wyłączone. To, na co później wyraźnie zezwolą Państwo na stronie wyboru, obowiązuje w tym serwisie.',
      'deny-unless-chosen':
        'Jeżeli Państwa przeglądarka wysyła sygnał Global Privacy Control, jest on traktowany jako odmowa wszystkiego, co nie jest niezbędne. To, na co później wyraźnie zezwolą Państwo na stronie wyboru, obowiązuje w tym serwisie.',
      'record-only':
        'Jeżeli Państwa przeglądarka wysyła sygnał Global Privacy Control, jest to odnotowywane razem z Państwa wyborem. Niczego więcej to nie zmienia.',
    },
    projections: (names) => `Państwa wybór jest przekazywany innym także w tych postaciach: ${names}.`,
  },
  involved: {
    heading: 'Kto bierze udział',
    caption: 'Dostawcy, ich role i kraje',
    columns: { name: 'Nazwa', role: 'Rola', country: 'Kraj', safeguard: 'Zabezpieczenie przekazywania', policy: 'Polityka dostawcy' },
    policy: 'Polityka',
    noSafeguard: 'Nie podano',
    hosting: (country) => `Kraj, w którym hostowany jest serwis: ${country}.`,
  },
  controller: {
    heading: 'Kto odpowiada',
    name: 'Administrator',
    address: 'Adres',
    contact: 'Kontakt',
    dpo: 'Inspektor ochrony danych',
    representative: 'Przedstawiciel',
  },
  rights: {
    heading: 'Państwa prawa i jak wnieść skargę',
    families: {
      gdpr: [
        'Mogą Państwo żądać od administratora dostępu do dotyczących Państwa danych osobowych, ich kopii oraz ich sprostowania lub usunięcia; mogą Państwo żądać ograniczenia przetwarzania, wnieść wobec niego sprzeciw i otrzymać w przenośnej postaci dane, które Państwo dostarczyli.',
        'Zgodę można wycofać w każdej chwili. To, co zrobiono wcześniej, pozostaje zgodne z prawem.',
      ],
      us: [
        'Mogą Państwo zapytać, jakie informacje osobiste są zbierane, używane i udostępniane, żądać ich poprawienia lub usunięcia oraz nie zgodzić się na ich sprzedaż, udostępnianie i reklamę ukierunkowaną. Nie spowoduje to gorszego traktowania.',
      ],
      canada: [
        'Mogą Państwo żądać dostępu do swoich informacji osobistych i ich sprostowania, wycofać zgodę oraz żądać usunięcia informacji z wyników wyszukiwania tam, gdzie przewiduje to prawo.',
      ],
      brazil: [
        'Mogą Państwo żądać potwierdzenia, że dotyczące Państwa dane są przetwarzane, a także dostępu, poprawienia, anonimizacji, przeniesienia i usunięcia danych, oraz wycofać zgodę.',
      ],
      australia: ['Mogą Państwo żądać dostępu do przechowywanych informacji osobistych na swój temat i ich poprawienia.'],
    },
    complain:
      'W razie niezadowolenia prosimy najpierw napisać na podany wyżej adres kontaktowy. Można też wnieść skargę do organu nadzorującego ochronę prywatności w miejscu zamieszkania.',
    complainTo:
      'W razie niezadowolenia prosimy najpierw napisać na podany wyżej adres kontaktowy. Można też wnieść skargę do tego organu: ',
  },
  record: {
    heading: 'O tej stronie',
    explanation:
      'Ta strona jest tworzona z deklaracji serwisu. Poniższy odcisk ją identyfikuje; potwierdzenia, audyty i statystyki mają ten sam.',
    replaces: 'Zastępuje',
    rules: 'Zastosowane zasady',
    log: 'Publiczny dziennik',
  },
  lexicon: {
    self: [
      'my',
      'nas',
      'nam',
      'nasz',
      'nasza',
      'nasze',
      'naszą',
      'naszego',
      'naszej',
      'naszym',
      'naszych',
      'ten serwis',
      'tego serwisu',
      'tym serwisie',
      'ten portal',
      'tego portalu',
      'tym portalu',
      'ta strona',
      'tej strony',
      'tej stronie',
      'ta witryna',
      'tej witryny',
      'tej witrynie',
      'ta platforma',
      'tej platformy',
      'tej platformie',
      'używamy',
      'stosujemy',
      'korzystamy',
      'wykorzystujemy',
      'tworzymy',
      'prowadzimy',
      'liczymy',
      'mierzymy',
      'zbieramy',
      'wyświetlamy',
    ],
    promises: {
      statistics: [
        'statysty',
        'anality',
        'analiz',
        'oglądalnoś',
        'liczymy odwiedz',
        'liczenia odwiedz',
        'liczyć odwiedz',
        'ruch na',
        'ruchu na',
      ],
      marketing: ['reklam', 'marketing', 'remarketing', 'ukierunkowan'],
    },
    withdrawal: [
      'wycof',
      'cofnąć',
      'cofnięci',
      'odwołać zgod',
      'zmienić wyb',
      'zmienić swój wyb',
      'zmiana wyb',
      'zmienić zdani',
      'zmienić decyzj',
      'zarządza',
    ],
    otherTechniques: [
      'pamięć',
      'pamięci',
      'local storage',
      'localstorage',
      'piksel',
      'pixel',
      'podobn',
      'tracker',
      'inne techni',
      'innych techni',
      'żądani',
      'żądań',
    ],
    anonymous: ['anonim'],
    consent: ['zgod', 'zgód'],
  },
};
