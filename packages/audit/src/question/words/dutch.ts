// How Dutch words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Dutch. */
export const dutch: Lexicon = {
  language: 'nl',
  common:
    'de|het|een|en|van|wij|we|u|uw|je|jouw|onze|ons|op|voor|met|te|om|deze|dit|website|site|gebruiken|gebruikt|is|zijn|dat|die|in|of|ook|mijn|ik|meer|door|ja|hier|kun|kunt',
  cookies: 'cookie*|*cookies',
  consent: 'toestem*|tracking*|tracker*|volgen|vergelijkbare techn*|onze partners|advertentiepartners',
  privacy: 'persoonlijke gegevens|persoonlijke informatie|privacy*|persoonsgegevens|gegevensbescherming|gegevens|partners|avg',
  accept:
    'aanvaard*|accept*|akkoord|toestaan|sta toe|sta alle*|goedkeur*|instem*|ik stem*|toestemm* geven|alles toestaan|inschakelen|=ja|ja graag|prima',
  reject:
    'verbied*|blokke*|weiger*|afwijz*|wijs*|niet akkoord|niet accepteren|niet toestaan|zonder te accepteren|zonder accepter*|zonder toestemming|zonder cookies|nee bedankt|nee dank*|alles uitschakelen|afslaan|verwerp*|accepteer niet|bezwaar maken',
  not: 'niet|zonder|geen|nooit',
  no: 'nee|uit',
  all: 'alle|alles|allemaal',
  only: 'alleen|enkel|slechts|uitsluitend',
  necessary: 'noodzakelijk*|essentie*|functione*|vereist*|verplicht*|technisch*|nodige|strikt',
  optional: 'niet noodzakelijk*|niet essentie*|optione*|aanvullende|extra',
  preferences:
    'beheren|instelling*|*instellingen|aanpassen|beheer*|voorkeur*|*voorkeuren|opties|zelf instellen|kiezen|details*|personaliseer*|wijzig*|configure*|meer opties|stel in|zelf kiezen',
  save: 'opslaan|bewaar*|bewaren|toepassen|sla*',
  choice: 'selectie|keuze*|voorkeur*|instellingen|geselecteerde|huidige',
  confirm: 'bevestig*|doorgaan|verder|ga door|accepteren|toestaan|gebruiken|ga verder',
  acknowledge: 'ok|oke|okay|begrepen|ik begrijp*|duidelijk|=doorgaan|=verder|snap ik|gelezen|=ga verder|helder',
  close: 'sluit*|verberg*|niet nu|later|negeren',
  withdraw: 'intrek*|trek*|herroep*',
  other:
    'nieuwsbrief|inschrijv*|aanmeld*|e mail*|email|registreer|inlogg*|jaar|18|taal|land|korting*|aanbieding*|chat*|bericht|wachtwoord|account|voorwaarden|betal*|winkelwagen|melding*|leeftijd|enquete',
};
