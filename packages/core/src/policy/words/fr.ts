// The policy in French.
import { countryNames } from './country-names.ts';
import type { PolicyWords } from './policy-words.ts';

const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];

/** French words of the policy. */
export const fr: PolicyWords = {
  tag: 'fr',
  name: 'Français',
  direction: 'ltr',
  grammar: {
    form: (count) => (count < 2 ? 0 : 1),
    comma: ', ',
    semicolon: '\u00a0; ',
    and: ' et ',
    term: (term) => `${term}\u00a0:`,
    quote: (text) => `«\u00a0${text}\u00a0»`,
    date: (year, month, day) => `${day === 1 ? '1er' : day} ${months[month - 1] ?? ''} ${year}`,
    shareLastWord: true,
    lowerCaseLabels: true,
  },
  title: 'Politique relative aux cookies',
  contents: 'Sur cette page',
  inForceSince: 'En vigueur depuis le',
  version: 'Version',
  fingerprint: 'Déclaration',
  languages: 'Langues',
  profiles: {
    'eu-base': 'l’Union européenne',
    fr: 'la France',
    it: 'l’Italie',
    es: 'l’Espagne',
    de: 'l’Allemagne',
    nl: 'les Pays-Bas',
    uk: 'le Royaume-Uni',
    'us-ca': 'la Californie',
    'us-other': 'les États-Unis',
    'ca-qc': 'le Québec',
    br: 'le Brésil',
    'au-qld': 'le Queensland',
    'au-fed': 'l’Australie',
    'eu-omnibus-draft': 'le projet d’omnibus numérique de l’UE',
  },
  countries: countryNames(
    'AT=Autriche; AU=Australie; BE=Belgique; BG=Bulgarie; BR=Brésil; CA=Canada; CH=Suisse; CN=Chine; CY=Chypre; ' +
      'CZ=Tchéquie; DE=Allemagne; DK=Danemark; EE=Estonie; ES=Espagne; FI=Finlande; FR=France; GB=Royaume-Uni; GR=Grèce; ' +
      'HR=Croatie; HU=Hongrie; IE=Irlande; IL=Israël; IN=Inde; IS=Islande; IT=Italie; JP=Japon; KR=Corée du Sud; ' +
      'LI=Liechtenstein; LT=Lituanie; LU=Luxembourg; LV=Lettonie; MT=Malte; MX=Mexique; NL=Pays-Bas; NO=Norvège; ' +
      'NZ=Nouvelle-Zélande; PL=Pologne; PT=Portugal; RO=Roumanie; RU=Russie; SE=Suède; SG=Singapour; SI=Slovénie; ' +
      'SK=Slovaquie; TR=Turquie; UA=Ukraine; US=États-Unis; ZA=Afrique du Sud; ZZ=non indiqué',
  ),
  roles: {
    controller: 'Responsable du traitement\u00a0: décide du pourquoi et du comment',
    processor: 'Sous-traitant\u00a0: agit sur instruction du responsable',
    joint: 'Responsable conjoint\u00a0: décide avec ce site',
    third: 'Tiers\u00a0: décide pour son propre compte',
  },
  categories: {
    necessary: 'Nécessaires au fonctionnement du site',
    preferences: 'Préférences',
    statistics: 'Statistiques',
    marketing: 'Marketing',
  },
  kinds: {
    cookie: 'Cookie',
    local: 'Stockage local',
    session: 'Stockage de session',
    'indexed-db': 'Base de données du navigateur',
    cache: 'Cache du navigateur',
    opfs: 'Fichiers privés du navigateur',
    'service-worker': 'Service worker',
    request: 'Requête vers un autre hôte',
  },
  moments: {
    always: 'À toute visite',
    choice: 'Lorsque vous répondez à la question sur les cookies',
    consent: 'Après votre accord',
    'log-in': 'Lorsque vous vous connectez',
    'language-choice': 'Lorsque vous choisissez une langue',
    form: 'Lorsque vous utilisez un formulaire',
    action: 'Lorsque vous utilisez la fonction qui en a besoin',
  },
  parties: { first: 'Interne (ce site)', third: 'Tiers (un autre site)' },
  columns: {
    provider: 'Nom du fournisseur du service',
    function: 'Fonction et emplacement',
    name: 'Nom du ou des cookies',
    purposes: 'Finalités',
    duration: 'Durée',
    when: 'Moment du dépôt',
    party: 'Origine',
    kind: 'Nature et hôte',
    recipients: 'Transmis à',
    basis: 'Fondement',
  },
  nameOfAnything: 'Nom(s)',
  nobody: 'Personne',
  duration: {
    units: {
      year: ['an', 'ans'],
      month: ['mois', 'mois'],
      week: ['semaine', 'semaines'],
      day: ['jour', 'jours'],
      hour: ['heure', 'heures'],
      minute: ['minute', 'minutes'],
      second: ['seconde', 'secondes'],
    },
    session: 'Session (jusqu’à la fermeture du navigateur)',
    notStored: 'Rien n’est stocké',
    renewed: (life) => `${life}, à compter de chaque visite`,
    dataKept: (life, kept) => `${life}\u00a0; données associées\u00a0: ${kept}`,
  },
  basis: {
    kinds: {
      consent: 'Avec votre consentement',
      exempt: 'Sans consentement',
      objectable: 'Jusqu’à votre opposition',
      'opt-out': 'Jusqu’à votre refus',
      notice: 'Avec information',
    },
    grounds: {
      transmission: 'il effectue la transmission',
      'requested-service': 'le service que vous avez demandé ne peut fonctionner sans lui',
      authentication: 'il vous garde connecté là où vous l’avez demandé',
      security: 'il protège un service que vous avez demandé',
      'load-balancing': 'il répartit les visites sur plusieurs serveurs',
      'user-input': 'il conserve ce que vous avez saisi',
      language: 'il conserve la langue que vous avez choisie',
      'choice-record': 'il conserve votre réponse à la question sur les cookies',
      'audience-measurement': 'il mesure l’audience de ce seul site, sous forme de totaux',
      'public-notice': 'la loi demande une information, non un consentement',
    },
    with: (kind, ground) => `${kind}\u00a0: ${ground}`,
    source: (source, asOf) => `${source}, au ${asOf}`,
    unverified: ' (personne ne l’a encore vérifié)',
  },
  introduction: {
    opening: (site) =>
      `Cette page énumère ce que ${site} stocke sur votre appareil ou y lit\u00a0: le nom de chaque élément, qui en est à l’origine, à quoi il sert et combien de temps il reste.`,
    uses: {
      necessary: 'pour faire fonctionner le site',
      preferences: 'pour retenir vos préférences',
      statistics: 'pour établir des statistiques',
      marketing: 'pour la publicité',
    },
    usesAre: (uses) => `Nous nous en servons ${uses}.`,
    nothing: 'À ce jour, il n’y a rien.',
  },
  whatIs: {
    heading: 'Qu’est-ce qu’un cookie\u00a0?',
    paragraphs: [
      'Un cookie est un petit texte qui porte un nom. Un site que vous visitez le remet à votre navigateur, qui le conserve un certain temps et le renvoie à ce site à chaque requête suivante. C’est ainsi qu’un site peut savoir que vous êtes connecté, ou quelle langue vous avez choisie.',
      'D’autres techniques rendent des services semblables\u00a0: le stockage et les bases de données du navigateur, ou les requêtes que celui-ci envoie au serveur de quelqu’un d’autre. Ce qui compte n’est pas la technique, mais que quelque chose soit conservé sur votre appareil ou y soit lu. Cette page les traite tous de la même façon.',
    ],
  },
  kindsOf: {
    heading: 'Quels types existe-t-il\u00a0?',
    opening: 'Les cookies se distinguent par ce à quoi ils servent et par celui à qui ils appartiennent\u00a0:',
    kinds: [
      'Les cookies «\u00a0nécessaires\u00a0» rendent un service que vous avez demandé et qui ne peut fonctionner sans eux\u00a0: vous garder connecté, protéger un formulaire ou retenir votre réponse au sujet des cookies.',
      'Les cookies de «\u00a0préférences\u00a0» retiennent la façon dont vous aimez le site, par exemple sa langue.',
      'Les cookies de «\u00a0statistiques\u00a0» aident à compter les visites et les pages. Selon la loi du lieu, votre accord est demandé ou non\u00a0; la section «\u00a0Statistiques\u00a0» dit ce qui vaut ici.',
      'Les cookies de «\u00a0marketing\u00a0» suivent des centres d’intérêt pour choisir ou mesurer la publicité.',
      'Les cookies «\u00a0internes\u00a0» appartiennent au site que vous visitez.',
      'Les cookies «\u00a0tiers\u00a0» appartiennent à un autre site dont un contenu fait partie de la page. Cet autre site peut apprendre quelle page vous avez consultée.',
    ],
  },
  used: {
    heading: (site) => ['Quels cookies sont utilisés sur la plateforme ', site],
    caption: (site) => `Cookies et traceurs semblables sur ${site}`,
    nothing: 'Aucun\u00a0: ni cookie ni traceur semblable n’est déclaré pour ce site.',
    sameForAll: 'Commun à toutes les lignes',
    longest: 'Une durée est le temps le plus long pendant lequel un élément peut rester sur votre appareil.',
  },
  purposes: {
    heading: 'À quoi ils servent, et sur quel fondement',
    basis: 'Fondement',
    source: 'Source',
    refused: 'Si vous refusez',
    blocked: 'Si vous bloquez',
    profiling: 'Profilage',
    trackers: 'Utilise',
    nothingStored: 'rien sur votre appareil',
    forAll: 'Commun à tous',
  },
  statistics: {
    heading: 'Statistiques',
    nothing: 'Aucune statistique n’est établie\u00a0: les visites ne sont pas comptées, et rien n’est stocké ni lu à cette fin.',
    listed: (category) => `Des statistiques sont établies avec ce que le tableau énumère sous «\u00a0${category}\u00a0».`,
    notHere: (profile) => `Selon les règles pour ${profile}, les visites ne sont pas comptées.`,
    tiers: {
      A: 'Les visites sont comptées à partir des requêtes que votre navigateur envoie de toute façon. Rien n’est stocké pour cela sur votre appareil, et rien n’y est lu.',
      B: 'Les visites sont comptées au moyen d’un cookie que ce site dépose et lit pour lui seul.',
      C: 'Les visites sont comptées au moyen d’un cookie qui n’est déposé qu’après votre accord.',
    },
    kept: (time, k) =>
      `Seuls des totaux sont conservés, pendant ${time}. Un nombre qui représente moins de ${k} visiteurs est fondu dans «\u00a0autres\u00a0» avant que quiconque ne le voie.`,
    whatCounts:
      'Des statistiques ne sont pas dispensées de consentement parce qu’elles sont anonymes\u00a0: ce qui compte est que quelque chose soit stocké sur votre appareil ou y soit lu, et l’exception que la loi prévoit.',
    grounds: {
      consent: 'Elles ne sont établies qu’après votre accord.',
      exempt: (profile, ground) => `Selon les règles pour ${profile}, ces statistiques ne demandent pas de consentement\u00a0: ${ground}.`,
      objectable: (profile, ground) =>
        `Selon les règles pour ${profile}, ces statistiques sont établies jusqu’à votre opposition\u00a0: ${ground}.`,
      'opt-out': (profile, ground) =>
        `Selon les règles pour ${profile}, ces statistiques sont établies jusqu’à votre refus\u00a0: ${ground}.`,
      notice: (profile, ground) =>
        `Selon les règles pour ${profile}, ces statistiques sont établies avec la présente information\u00a0: ${ground}.`,
    },
    objection: 'Vous pouvez vous y opposer à tout moment, gratuitement et sans donner de raison.',
    object: 'S’opposer aux statistiques',
    see: 'Voir ce qui est compté',
  },
  choices: {
    heading: 'Vos choix, et comment les modifier',
    asked:
      'Ce qui demande votre consentement reste désactivé tant que vous n’avez pas accepté. Refuser demande un clic, exactement comme accepter.',
    notAsked: (profile) =>
      `Selon les règles pour ${profile}, rien sur ce site ne demande votre consentement\u00a0; la question ne vous est donc pas posée.`,
    change:
      'Vous pouvez à tout moment choisir à nouveau, retirer ce que vous avez accepté, vous opposer, ou faire oublier votre choix. La page prévue à cet effet fonctionne sans JavaScript et sans compte.',
    effect:
      'Après un retrait, ce que ce site avait stocké pour cette finalité est supprimé et n’est plus lu. Ce qu’un tiers a stocké sous sa propre adresse ne peut être supprimé que par lui, ou par vous dans les réglages du navigateur.',
    kept: (life, again) => `Votre choix est conservé pendant ${life}. Après un refus, la même question n’est pas reposée avant ${again}.`,
    browser:
      'Les réglages de votre navigateur permettent aussi de supprimer ou de bloquer les cookies. Sans ceux qui sont nécessaires, des parties du site peuvent ne pas fonctionner.',
    button: 'Vos choix',
  },
  signals: {
    heading: 'Signaux de votre navigateur',
    gpc: {
      'opt-out':
        'Si votre navigateur envoie le signal Global Privacy Control, celui-ci vaut opposition et refus\u00a0: tout ce à quoi l’on peut s’opposer est désactivé. Ce que vous autorisez ensuite expressément sur la page de vos choix vaut pour ce site.',
      'deny-unless-chosen':
        'Si votre navigateur envoie le signal Global Privacy Control, celui-ci vaut refus de tout ce qui n’est pas nécessaire. Ce que vous autorisez ensuite expressément sur la page de vos choix vaut pour ce site.',
      'record-only':
        'Si votre navigateur envoie le signal Global Privacy Control, cela est enregistré avec votre choix. Rien d’autre ne change.',
    },
    projections: (names) => `Votre choix est aussi communiqué à d’autres sous ces formes\u00a0: ${names}.`,
  },
  involved: {
    heading: 'Qui intervient',
    caption: 'Fournisseurs, leurs rôles et leurs pays',
    columns: { name: 'Nom', role: 'Rôle', country: 'Pays', safeguard: 'Garantie pour les transferts', policy: 'Sa propre politique' },
    policy: 'Politique',
    noSafeguard: 'Non indiquée',
    hosting: (country) => `Pays où le site est hébergé\u00a0: ${country}.`,
  },
  controller: {
    heading: 'Qui est responsable',
    name: 'Responsable du traitement',
    address: 'Adresse',
    contact: 'Contact',
    dpo: 'Délégué à la protection des données',
    representative: 'Représentant',
  },
  rights: {
    heading: 'Vos droits, et comment réclamer',
    families: {
      gdpr: [
        'Vous pouvez demander au responsable l’accès aux données personnelles qui vous concernent, leur copie, leur rectification ou leur effacement\u00a0; vous pouvez demander la limitation de leur usage, vous y opposer, et recevoir sous une forme réutilisable celles que vous avez fournies.',
        'Un consentement peut être retiré à tout moment. Ce qui a été fait auparavant reste licite.',
      ],
      us: [
        'Vous pouvez demander quelles informations personnelles sont collectées, utilisées et partagées, demander leur rectification ou leur suppression, et refuser leur vente, leur partage et la publicité ciblée. Vous n’en serez pas moins bien traité.',
      ],
      canada: [
        'Vous pouvez demander l’accès à vos renseignements personnels et leur rectification, retirer un consentement, et demander la désindexation de renseignements là où la loi le prévoit.',
      ],
      brazil: [
        'Vous pouvez demander la confirmation que des données vous concernant sont traitées, leur accès, leur rectification, leur anonymisation, leur portabilité et leur suppression, et retirer un consentement.',
      ],
      australia: ['Vous pouvez demander l’accès aux informations personnelles qui vous concernent et leur rectification.'],
    },
    complain:
      'Si vous n’êtes pas satisfait, écrivez d’abord au contact ci-dessus. Vous pouvez aussi saisir l’autorité chargée de la vie privée là où vous vivez.',
    complainTo: 'Si vous n’êtes pas satisfait, écrivez d’abord au contact ci-dessus. Vous pouvez aussi saisir cette autorité\u00a0: ',
  },
  record: {
    heading: 'À propos de cette page',
    explanation:
      'Cette page est produite à partir de la déclaration du site. L’empreinte ci-dessous l’identifie\u00a0; reçus, audits et statistiques portent la même.',
    replaces: 'Remplace',
    rules: 'Règles appliquées',
    log: 'Journal public',
  },
  lexicon: {
    self: ['nous', 'notre', 'nos', 'ce site', 'ce portail', 'cette plateforme'],
    promises: {
      statistics: ['statistique', 'audience', 'analyse d’audience', 'analytique', 'compter les visites', 'fréquentation', 'web analytics'],
      marketing: ['publicit', 'marketing', 'ciblé', 'ciblage'],
    },
    withdrawal: ['retirer', 'retrait', 'modifier vos choix', 'changer d’avis', 'gérer', 'gestion des cookies', 'revenir sur'],
    otherTechniques: ['stockage', 'pixel', 'semblable', 'similaire', 'traceur', 'autres techniques', 'requête'],
    anonymous: ['anonym'],
    consent: ['consentement'],
  },
};
