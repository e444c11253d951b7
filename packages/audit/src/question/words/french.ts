// How French words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** French. */
export const french: Lexicon = {
  language: 'fr',
  common:
    'le|la|les|et|de|des|du|nous|vous|vos|votre|notre|nos|pour|sur|un|une|en|ce|cette|ces|avec|est|sont|que|qui|a|au|aux|par|plus|j|l|d|je|mes|mon|ma|utilise|utilisons|site|ou|se|y|oui|afin|toutes?',
  cookies: 'cookie*|temoins|temoin|temoins de connexion|traceur*',
  consent: 'consent*|suivi|pistage|partenaires publicitaires|technologies similaires|nos partenaires|publicite*',
  privacy: 'informations personnelles|vie privee|confidentialite|donnees personnelles|donnees|partenaire*|rgpd',
  accept:
    'accept*|j accepte|autoris*|consentir|je consens|d accord|activer tout|tout activer|permettre|oui j*|=oui|j approuve|approuv*|ca me va',
  reject:
    'bloquer|interdi*|refus*|rejet*|declin*|sans accepter|sans consentir|sans consentement|sans cookies|ne pas accepter|n accepte pas|ne pas autoriser|ne pas consentir|pas d accord|non merci|tout desactiver|desactiver tout|s opposer|interdire|je m oppose',
  not: 'ne pas|pas|sans|jamais|n',
  no: 'non|jamais',
  all: 'tout|tous|toutes|toute',
  only: 'uniquement|seulement|que|seul|seuls|strictement|juste',
  necessary: 'necessaire*|essentiel*|indispensable*|obligatoire*|technique*|fonctionnel*|requis',
  optional: 'non necessaire*|non essentiel*|optionnel*|facultatif*|facultatifs',
  preferences:
    'personnalis*|parametr*|preference*|gerer|gestion|choisir|configur*|mes choix|reglage*|option*|details|plus d options|modifier|voir les*|definir|finalites|afficher les details|faire mon choix',
  save: 'enregistr*|sauvegard*|appliquer',
  choice: 'choix|selection*|preference*|parametres',
  confirm: 'valid*|confirm*|continuer|poursuivre|accepter|autoriser|utiliser',
  acknowledge:
    'ok|okay|compris|j ai compris|entendu|c est bon|c est compris|=continuer|=poursuivre|je comprends|bien recu|ca marche|vu|tres bien',
  close: 'ferm*|masquer|plus tard|ignorer|passer',
  withdraw: 'retir*|revoqu*',
  other:
    'newsletter*|infolettre|inscri*|s inscrire|abonn*|e mail|email|courriel|connecter|connexion au compte|ans|majeur*|18|langue|pays|reduction*|promo*|code|discuter|chat|message|mot de passe|compte|conditions|paiement|panier|notification*|sondage|age|politique',
};
