// How Irish words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Irish. */
export const irish: Lexicon = {
  language: 'ga',
  common:
    'ceann|leis|agus|an|na|ar|le|do|is|sa|ag|ni|muid|sinn|linn|tu|leat|seo|suiomh|laithrean|greasain|gaolan|chun|ta|go|de|i|don|mo|as|no|usaideann|usaidimid|againn|tuilleadh|faoi|mar|d|ar ar',
  cookies: 'fianain|fhianain|fianan*|fhianan*|bhfianan*|cookie*',
  consent: 'toiliu*|thoiliu*|dtoiliu*|rianu*|teicneolaiochtai comhchosula|ar gcomhphairtithe',
  privacy: 'priobhaideach*|phriobhaideach*|sonrai pearsanta|cosaint sonrai|gdpr|comhphairtithe',
  accept: 'glac*|glacaim|glac leis|aontaim|aontaigh*|ceadaigh*|ceadaim|toiliim|=ta|tugaim toiliu',
  reject:
    'diultaigh*|diultaim|ni ghlac*|ni aontaim|na ceadaigh|ni cheada*|gan glacadh*|gan toiliu|gan fianain|ni thoiliim|go raibh maith agat ach ni*|easaontaim|ni hea',
  not: 'ni|gan|na',
  no: 'ni hea|nil',
  all: 'gach|uile|iad uile|go leir|leir',
  only: 'amhain|ach',
  necessary: 'riachtanaigh|riachtanacha|riachtanach*|bunriachtanach*|ghriachtanach*|teicniuil*|eigeantach*',
  optional: 'neamhriachtanach*|roghnach*|breise',
  preferences:
    'socruithe|shocruithe|roghanna|sainrogha*|sainroghanna|bainistigh*|saincheap*|cumraigh|sonrai a thaispeaint|athraigh|roghnaigh',
  save: 'sabhail*|shabhail|cuir i bhfeidhm',
  choice: 'rogha*|roghnaithe|socruithe|sainroghanna|roghnuchan',
  confirm: 'lean ar aghaidh|deimhnigh*|lean*|glac|ceadaigh|usaid',
  acknowledge: 'ok|tuigim|tuigthe|ceart go leor|=lean ar aghaidh|ta go maith|maith go leor',
  close: 'dun*|folaigh|nios deanai',
  withdraw: 'tarraing siar|tarraing*|aisghair*|cealaigh toiliu',
  other:
    'nuachtlitir*|liostail*|riomhphost*|r phost|email|logail*|claraigh*|bliana|18|teanga|tir|lascaine|tairiscint*|comhra|teachtaireacht|focal faire|cuntas|tearmai|iocaiocht|aois',
};
