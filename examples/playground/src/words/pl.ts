// The site in Polish.
import type { SiteWords } from './site-words.ts';

/** Polish words of the site. */
export const pl: SiteWords = {
  tag: 'pl',
  site: 'Muzeum Portu',
  pages: 'strony publiczne',
  lead: 'Trzysta lat statków, sztormów i ludzi, którzy na nie czekali.',
  paragraphs: [
    'Nowa sala po raz pierwszy pokazuje dzienniki latarników: czterdzieści lat pogody, gości i jedną upartą kozę.',
    'Otwarte codziennie oprócz poniedziałku, od dziesiątej do osiemnastej. W pierwszą niedzielę miesiąca wstęp jest bezpłatny.',
  ],
  mapHeading: 'Jak do nas trafić',
  mapTitle: 'Mapa portu',
  picture: 'Latarnia morska nad spokojnym morzem',
  purposes: {
    platform: [
      'Sam serwis',
      'Przechowuje wybrane bilety i odpowiedź w sprawie plików cookie.',
      'Bez tego zakup biletu byłby niemożliwy, a pytanie wracałoby na każdej stronie.',
    ],
    audience: ['Liczenie odwiedzin', 'Mówi nam, o których wystawach się czyta, w postaci sum.', 'Państwa odwiedziny nie są liczone.'],
    maps: ['Mapy', 'Wyświetla mapę innej firmy i zapamiętuje sposób jej oglądania.', 'Zamiast mapy widoczne jest pole z przyciskiem.'],
    advertising: [
      'Reklama',
      'Pokazuje nasze wystawy w innych serwisach, zależnie od tego, co oglądano tutaj.',
      'Reklamy w innych miejscach nie zależą od odwiedzin tutaj.',
    ],
  },
  trackers: {
    basket: ['Bilety', 'Przechowuje wybrane bilety do czasu zapłaty'],
    choice: ['Wybory dotyczące plików cookie', 'Zapamiętuje odpowiedź'],
    visits: ['Liczenie', 'Łączy strony jednej wizyty'],
    map: ['Mapa', 'Rysuje mapę na stronie'],
    look: ['Ustawienia mapy', 'Zapamiętuje powiększenie i położenie mapy'],
    advert: ['Reklamy', 'Rozpoznaje przeglądarkę, aby pokazywać nasze wystawy gdzie indziej'],
  },
};
