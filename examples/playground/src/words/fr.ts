// The site in French.
import type { SiteWords } from './site-words.ts';

/** French words of the site. */
export const fr: SiteWords = {
  tag: 'fr',
  site: 'Musée du Port',
  pages: 'pages publiques',
  lead: 'Trois siècles de navires, de tempêtes et de celles et ceux qui les attendaient.',
  paragraphs: [
    'La nouvelle salle montre pour la première fois les journaux des gardiens du phare\u00a0: quarante ans de météo, de visites et une chèvre têtue.',
    'Ouvert tous les jours sauf le lundi, de dix à dix-huit heures. Le premier dimanche du mois, l’entrée est gratuite.',
  ],
  mapHeading: 'Nous trouver',
  mapTitle: 'Carte du port',
  picture: 'Un phare au-dessus d’une mer calme',
  purposes: {
    platform: [
      'Le site lui-même',
      'Conserve les billets choisis et votre réponse sur les cookies.',
      'Sans cela, vous ne pourriez pas acheter de billet et la question reviendrait à chaque page.',
    ],
    audience: [
      'Comptage des visites',
      'Nous dit quelles expositions sont consultées, sous forme de totaux.',
      'Vos visites ne sont pas comptées.',
    ],
    maps: [
      'Cartes',
      'Affiche une carte fournie par une autre société et retient votre façon de la regarder.',
      'À la place de la carte, vous voyez un cadre avec un bouton.',
    ],
    advertising: [
      'Publicité',
      'Vous montre nos expositions sur d’autres sites, selon ce que vous avez regardé ici.',
      'Les publicités vues ailleurs ne dépendent pas de votre visite ici.',
    ],
  },
  trackers: {
    basket: ['Billets', 'Conserve les billets choisis jusqu’au paiement'],
    choice: ['Vos choix de cookies', 'Retient votre réponse'],
    visits: ['Comptage', 'Relie les pages d’une même visite'],
    map: ['Carte', 'Dessine la carte dans la page'],
    look: ['Réglages de la carte', 'Retient le zoom et la position de la carte'],
    advert: ['Publicités', 'Reconnaît le navigateur pour montrer nos expositions ailleurs'],
  },
};
