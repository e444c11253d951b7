// The site in English.
import type { SiteWords } from './site-words.ts';

/** English words of the site. */
export const en: SiteWords = {
  tag: 'en',
  site: 'Museum of the Harbour',
  pages: 'public pages',
  lead: 'Three hundred years of ships, storms and the people who waited for both.',
  paragraphs: [
    'The new hall shows the lighthouse keepers’ diaries for the first time: forty years of weather, visitors and one stubborn goat.',
    'Open every day but Monday, from ten to six. On the first Sunday of the month everybody comes in free.',
  ],
  mapHeading: 'Finding us',
  mapTitle: 'Map of the harbour',
  picture: 'A lighthouse over a calm sea',
  purposes: {
    platform: [
      'The site itself',
      'Keeps the tickets you picked and your answer about cookies.',
      'Without these you could not buy a ticket, and would be asked on every page.',
    ],
    audience: ['Counting visits', 'Tells us which exhibitions people read about, as totals.', 'Your visits are not counted.'],
    maps: [
      'Maps',
      'Shows a map that another company provides, and remembers how you look at it.',
      'In place of the map you see a box with a button.',
    ],
    advertising: [
      'Advertising',
      'Shows you our exhibitions on other sites, by what you looked at here.',
      'Advertisements elsewhere do not depend on your visit here.',
    ],
  },
  trackers: {
    basket: ['Tickets', 'Keeps the tickets you picked until you pay'],
    choice: ['Your cookie choices', 'Remembers your answer'],
    visits: ['Counting', 'Keeps the pages of one visit together'],
    map: ['Map', 'Draws the map in the page'],
    look: ['Map settings', 'Remembers zoom and position of the map'],
    advert: ['Advertisements', 'Recognises the browser to show our exhibitions elsewhere'],
  },
};
