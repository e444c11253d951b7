// The site in Dutch.
import type { SiteWords } from './site-words.ts';

/** Dutch words of the site. */
export const nl: SiteWords = {
  tag: 'nl',
  site: 'Havenmuseum',
  pages: 'openbare pagina’s',
  lead: 'Driehonderd jaar schepen, stormen en de mensen die op beide wachtten.',
  paragraphs: [
    'De nieuwe zaal toont voor het eerst de dagboeken van de vuurtorenwachters: veertig jaar weer, bezoek en één koppige geit.',
    'Elke dag open behalve maandag, van tien tot zes. Op de eerste zondag van de maand is de toegang gratis.',
  ],
  mapHeading: 'Zo vindt u ons',
  mapTitle: 'Kaart van de haven',
  picture: 'Een vuurtoren boven een kalme zee',
  purposes: {
    platform: [
      'De site zelf',
      'Bewaart de gekozen tickets en uw antwoord over cookies.',
      'Zonder deze kunt u geen ticket kopen en krijgt u op elke pagina de vraag.',
    ],
    audience: ['Tellen van bezoeken', 'Zegt ons in totalen over welke tentoonstellingen wordt gelezen.', 'Uw bezoeken worden niet geteld.'],
    maps: [
      'Kaarten',
      'Toont een kaart van een ander bedrijf en onthoudt hoe u ernaar kijkt.',
      'In plaats van de kaart ziet u een vak met een knop.',
    ],
    advertising: [
      'Reclame',
      'Toont u onze tentoonstellingen op andere sites, op basis van wat u hier bekeek.',
      'Reclame elders hangt niet af van uw bezoek hier.',
    ],
  },
  trackers: {
    basket: ['Tickets', 'Bewaart de gekozen tickets tot u betaalt'],
    choice: ['Uw cookiekeuzes', 'Onthoudt uw antwoord'],
    visits: ['Tellen', 'Houdt de pagina’s van één bezoek bij elkaar'],
    map: ['Kaart', 'Tekent de kaart op de pagina'],
    look: ['Instellingen van de kaart', 'Onthoudt zoom en positie van de kaart'],
    advert: ['Advertenties', 'Herkent de browser om elders onze tentoonstellingen te tonen'],
  },
};
