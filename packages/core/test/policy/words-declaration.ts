// A small portal told in each language that the product has words for and the reference declarations are not written in.
import type { Declaration, Text } from '../../src/declaration/types.ts';
import { richDeclaration } from './rich-declaration.ts';

/** The languages this file translates into. */
export const newLanguages: readonly string[] = ['ar', 'de', 'es', 'it', 'nl', 'pl', 'pt'];

// One line for each text of the declaration below: the English one, then the languages in the order above.
const lines: readonly (readonly string[])[] = [
  [
    'Example open data',
    'البيانات المفتوحة لمدينة المثال',
    'Offene Daten Beispielstadt',
    'Datos abiertos de Ejemplo',
    'Dati aperti di Esempio',
    'Open data Voorbeeldstad',
    'Otwarte dane Przykładowa',
    'Dados abertos de Exemplo',
  ],
  [
    'front office',
    'الواجهة العامة',
    'öffentlicher Bereich',
    'parte pública',
    'parte pubblica',
    'openbare gedeelte',
    'część publiczna',
    'parte pública',
  ],
  [
    'back office',
    'الواجهة الداخلية',
    'interner Bereich',
    'parte interna',
    'parte riservata',
    'interne gedeelte',
    'część wewnętrzna',
    'parte interna',
  ],
  ['Authentication', 'تسجيل الدخول', 'Anmeldung', 'Autenticación', 'Autenticazione', 'Aanmelding', 'Uwierzytelnianie', 'Autenticação'],
  [
    'Keeps you logged in while you work.',
    'يبقي تسجيل دخولكم أثناء عملكم.',
    'Hält Sie angemeldet, während Sie arbeiten.',
    'Mantiene su sesión mientras trabaja.',
    'Mantiene l’accesso mentre lavora.',
    'Houdt u ingelogd terwijl u werkt.',
    'Utrzymuje zalogowanie podczas pracy.',
    'Mantém a sua sessão enquanto trabalha.',
  ],
  [
    'You could not log in.',
    'لن تتمكنوا من تسجيل الدخول.',
    'Sie könnten sich nicht anmelden.',
    'No podría iniciar sesión.',
    'Non potrebbe accedere.',
    'U zou niet kunnen inloggen.',
    'Logowanie byłoby niemożliwe.',
    'Não poderia entrar na sua conta.',
  ],
  [
    'Counting visits',
    'إحصاء الزيارات',
    'Zählung der Besuche',
    'Recuento de visitas',
    'Conteggio delle visite',
    'Tellen van bezoeken',
    'Liczenie odwiedzin',
    'Contagem de visitas',
  ],
  [
    'Tells us which datasets are read, as totals.',
    'يبين لنا أي مجموعات البيانات تُقرأ، في شكل مجاميع.',
    'Sagt uns in Summen, welche Datensätze gelesen werden.',
    'Nos dice qué conjuntos de datos se leen, en totales.',
    'Ci dice quali dati vengono letti, in totali.',
    'Zegt ons welke datasets worden gelezen, als totalen.',
    'Mówi nam, które zbiory danych są czytane, w postaci sum.',
    'Diz-nos que conjuntos de dados são lidos, em totais.',
  ],
  [
    'Your visits are not counted. Nothing else changes.',
    'لا تُحصى زياراتكم. ولا يتغير شيء آخر.',
    'Ihre Besuche werden nicht gezählt. Sonst ändert sich nichts.',
    'No se cuentan sus visitas. No cambia nada más.',
    'Le sue visite non vengono contate. Non cambia altro.',
    'Uw bezoeken worden niet geteld. Verder verandert er niets.',
    'Państwa odwiedziny nie są liczone. Nic więcej się nie zmienia.',
    'As suas visitas não são contadas. Nada mais muda.',
  ],
  [
    'Embedded maps',
    'خرائط مضمنة',
    'Eingebettete Karten',
    'Mapas incrustados',
    'Mappe incorporate',
    'Ingesloten kaarten',
    'Osadzone mapy',
    'Mapas incorporados',
  ],
  [
    'Shows interactive maps of another company inside our pages.',
    'يعرض في صفحاتنا خرائط تفاعلية لشركة أخرى.',
    'Zeigt in unseren Seiten interaktive Karten eines anderen Unternehmens.',
    'Muestra en nuestras páginas mapas interactivos de otra empresa.',
    'Mostra nelle nostre pagine mappe interattive di un’altra società.',
    'Toont op onze pagina’s interactieve kaarten van een ander bedrijf.',
    'Wyświetla na naszych stronach interaktywne mapy innej firmy.',
    'Mostra nas nossas páginas mapas interativos de outra empresa.',
  ],
  [
    'You see a table of places in place of the map.',
    'ترون جدولًا بالأماكن بدلًا من الخريطة.',
    'Statt der Karte sehen Sie eine Tabelle der Orte.',
    'En lugar del mapa verá una tabla de lugares.',
    'Al posto della mappa vede una tabella di luoghi.',
    'In plaats van de kaart ziet u een tabel met plaatsen.',
    'Zamiast mapy widoczna jest tabela miejsc.',
    'Em vez do mapa, vê uma tabela de lugares.',
  ],
  [
    'Example Maps may link your visit with other sites you visited.',
    'قد تربط Example Maps زيارتكم بمواقع أخرى زرتموها.',
    'Example Maps kann Ihren Besuch mit anderen besuchten Websites verknüpfen.',
    'Example Maps puede relacionar su visita con otros sitios que usted visitó.',
    'Example Maps può collegare la sua visita ad altri siti visitati.',
    'Example Maps kan uw bezoek koppelen aan andere sites die u bezocht.',
    'Example Maps może powiązać odwiedziny z innymi odwiedzonymi serwisami.',
    'Example Maps pode relacionar a sua visita com outros sites que visitou.',
  ],
  [
    'Standard contractual clauses of 4 June 2021',
    'البنود التعاقدية القياسية المؤرخة 4 يونيو 2021',
    'Standardvertragsklauseln vom 4. Juni 2021',
    'Cláusulas contractuales tipo de 4 de junio de 2021',
    'Clausole contrattuali tipo del 4 giugno 2021',
    'Standaardcontractbepalingen van 4 juni 2021',
    'Standardowe klauzule umowne z 4 czerwca 2021 r.',
    'Cláusulas contratuais-tipo de 4 de junho de 2021',
  ],
  [
    'To remember the user from one page to another',
    'للتعرف على المستخدم من صفحة إلى أخرى',
    'Um Sie von einer Seite zur nächsten wiederzuerkennen',
    'Para recordar al usuario de una página a otra',
    'Per riconoscere l’utente da una pagina all’altra',
    'Om de gebruiker van de ene pagina naar de andere te herkennen',
    'Aby rozpoznać użytkownika między stronami',
    'Para reconhecer a pessoa de uma página para outra',
  ],
  [
    'Interactive map',
    'خريطة تفاعلية',
    'Interaktive Karte',
    'Mapa interactivo',
    'Mappa interattiva',
    'Interactieve kaart',
    'Interaktywna mapa',
    'Mapa interativo',
  ],
  [
    'To draw the map in the page',
    'لرسم الخريطة في الصفحة',
    'Um die Karte auf der Seite zu zeichnen',
    'Para dibujar el mapa en la página',
    'Per disegnare la mappa nella pagina',
    'Om de kaart op de pagina te tekenen',
    'Aby narysować mapę na stronie',
    'Para desenhar o mapa na página',
  ],
  [
    'Map settings',
    'إعدادات الخريطة',
    'Einstellungen der Karte',
    'Ajustes del mapa',
    'Impostazioni della mappa',
    'Instellingen van de kaart',
    'Ustawienia mapy',
    'Opções do mapa',
  ],
  [
    'To remember zoom and position, and to recognise the browser',
    'لتذكر التكبير والموضع، وللتعرف على المتصفح',
    'Um Ausschnitt und Lage zu behalten und den Browser wiederzuerkennen',
    'Para recordar el zoom y la posición, y reconocer el navegador',
    'Per ricordare zoom e posizione e riconoscere il browser',
    'Om zoom en positie te onthouden en de browser te herkennen',
    'Aby zapamiętać powiększenie i położenie oraz rozpoznać przeglądarkę',
    'Para recordar o zoom e a posição, e reconhecer o navegador',
  ],
];

const translations: ReadonlyMap<string, Text> = new Map(
  lines.map(([english = '', ...others]) => [
    english,
    Object.fromEntries(newLanguages.map((language, index) => [language, others[index] ?? ''])) as Text,
  ]),
);

/** The portal with each of its texts exactly in `newLanguages`. */
export const smallDeclaration: Declaration = retell(small(), newLanguages, (text) => {
  const told = translations.get(text);
  if (told === undefined) throw new Error(`Nobody has translated "${text}"`);
  return told;
});

/** A declaration whose every text stands in these languages, in its English words. */
export function sayEnglishIn(declaration: Declaration, languages: readonly string[]): Declaration {
  return retell(declaration, languages, (text) => Object.fromEntries(languages.map((language) => [language, text])));
}

function small(): Declaration {
  const { login, visits, maps } = richDeclaration.purposes;
  const { sessionid, map_embed, map_cookie } = richDeclaration.trackers;
  if (login === undefined || visits === undefined || maps === undefined) throw new Error('The declaration has lost a purpose');
  if (sessionid === undefined || map_embed === undefined || map_cookie === undefined) throw new Error('The declaration has lost a tracker');
  return { ...richDeclaration, purposes: { login, visits, maps }, trackers: { sessionid, map_embed, map_cookie } };
}

function retell(declaration: Declaration, languages: readonly string[], tell: (english: string) => Text): Declaration {
  const told: Declaration = JSON.parse(JSON.stringify(declaration), (_, value: unknown) => {
    const english = typeof value === 'object' && value !== null && 'en' in value ? value.en : undefined;
    return typeof english === 'string' ? tell(english) : value;
  });
  const [first = 'en', ...rest] = languages;
  return { ...told, languages: [first, ...rest] };
}
