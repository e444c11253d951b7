// The site in Italian.
import type { SiteWords } from './site-words.ts';

/** Italian words of the site. */
export const it: SiteWords = {
  tag: 'it',
  site: 'Museo del Porto',
  pages: 'pagine pubbliche',
  lead: 'Trecento anni di navi, tempeste e di chi le aspettava.',
  paragraphs: [
    'La nuova sala mostra per la prima volta i diari dei guardiani del faro: quarant’anni di tempo, visite e una capra testarda.',
    'Aperto tutti i giorni tranne il lunedì, dalle dieci alle diciotto. La prima domenica del mese l’ingresso è gratuito.',
  ],
  mapHeading: 'Come trovarci',
  mapTitle: 'Mappa del porto',
  picture: 'Un faro su un mare calmo',
  purposes: {
    platform: [
      'Il sito stesso',
      'Conserva i biglietti scelti e la sua risposta sui cookie.',
      'Senza, non potrebbe comprare un biglietto e la domanda tornerebbe a ogni pagina.',
    ],
    audience: ['Conteggio delle visite', 'Ci dice quali mostre vengono lette, in totali.', 'Le sue visite non vengono contate.'],
    maps: [
      'Mappe',
      'Mostra una mappa di un’altra società e ricorda come la guarda.',
      'Al posto della mappa vede un riquadro con un pulsante.',
    ],
    advertising: [
      'Pubblicità',
      'Le mostra le nostre mostre su altri siti, in base a ciò che ha guardato qui.',
      'La pubblicità altrove non dipende dalla sua visita qui.',
    ],
  },
  trackers: {
    basket: ['Biglietti', 'Conserva i biglietti scelti fino al pagamento'],
    choice: ['Le sue scelte sui cookie', 'Ricorda la sua risposta'],
    visits: ['Conteggio', 'Tiene insieme le pagine di una visita'],
    map: ['Mappa', 'Disegna la mappa nella pagina'],
    look: ['Impostazioni della mappa', 'Ricorda zoom e posizione della mappa'],
    advert: ['Annunci', 'Riconosce il browser per mostrare altrove le nostre mostre'],
  },
};
