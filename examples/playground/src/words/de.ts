// The site in German.
import type { SiteWords } from './site-words.ts';

/** German words of the site. */
export const de: SiteWords = {
  tag: 'de',
  site: 'Hafenmuseum',
  pages: 'öffentliche Seiten',
  lead: 'Dreihundert Jahre Schiffe, Stürme und die Menschen, die auf beides warteten.',
  paragraphs: [
    'Der neue Saal zeigt zum ersten Mal die Tagebücher der Leuchtturmwärter: vierzig Jahre Wetter, Besuche und eine störrische Ziege.',
    'Geöffnet täglich außer montags, von zehn bis achtzehn Uhr. Am ersten Sonntag des Monats ist der Eintritt frei.',
  ],
  mapHeading: 'So finden Sie uns',
  mapTitle: 'Karte des Hafens',
  picture: 'Ein Leuchtturm über ruhiger See',
  purposes: {
    platform: [
      'Die Website selbst',
      'Behält die gewählten Eintrittskarten und Ihre Antwort zu Cookies.',
      'Ohne sie könnten Sie keine Karte kaufen und würden auf jeder Seite gefragt.',
    ],
    audience: ['Zählung der Besuche', 'Sagt uns in Summen, über welche Ausstellungen gelesen wird.', 'Ihre Besuche werden nicht gezählt.'],
    maps: [
      'Karten',
      'Zeigt eine Karte eines anderen Unternehmens und merkt sich, wie Sie sie betrachten.',
      'Anstelle der Karte sehen Sie ein Feld mit einer Schaltfläche.',
    ],
    advertising: [
      'Werbung',
      'Zeigt Ihnen unsere Ausstellungen auf anderen Websites, je nachdem, was Sie hier angesehen haben.',
      'Werbung an anderer Stelle hängt nicht von Ihrem Besuch hier ab.',
    ],
  },
  trackers: {
    basket: ['Eintrittskarten', 'Behält die gewählten Karten bis zur Bezahlung'],
    choice: ['Ihre Cookie-Auswahl', 'Merkt sich Ihre Antwort'],
    visits: ['Zählung', 'Hält die Seiten eines Besuchs zusammen'],
    map: ['Karte', 'Zeichnet die Karte auf der Seite'],
    look: ['Einstellungen der Karte', 'Merkt sich Ausschnitt und Lage der Karte'],
    advert: ['Werbung', 'Erkennt den Browser wieder, um anderswo unsere Ausstellungen zu zeigen'],
  },
};
