// How Lithuanian words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Lithuanian. */
export const lithuanian: Lexicon = {
  language: 'lt',
  common:
    'ir|mes|musu|jus|jusu|si|sio|svetaine|svetaineje|tinklalapis|naudoja|naudojame|kad|su|del|apie|is|yra|ar|kuri|kurie|taip|bei|daugiau|savo|mano|galite|gali|arba|tai|sioje|siame|i|pagal',
  cookies: 'slapuk*|cookie*',
  consent: 'sutikim*|sekim*|stebej*|panasios technologijos|musu partneriai|reklam*',
  privacy: 'privatum*|asmens duomen*|duomenu apsaug*|bdar|gdpr|partner*|duomen*',
  accept: 'sutinku|sutikti*|priimti|priimu|leisti|leidziu|patvirtinti visus|ijungti visus|=taip|duoti sutikima|leisti visus',
  reject:
    'uzdraus*|blok*|atmesti*|atmetu|atsisak*|atsisakau|nesutink*|nepriim*|neleisti|neleidziu|be sutikimo|nesutikus|nesutinkant|be slapuku|ne aciu|isjungti visus|uzdrausti|atmest*',
  not: 'ne|be',
  no: 'ne',
  all: 'visus|visi|visiems|viska|visu|visais',
  only: 'tik|tiktai|vien',
  necessary: 'butin*|butinus|butinuosius|privalom*|reikaling*|technin*|funkcin*|esmin*|butinieji',
  optional: 'nebutin*|papildom*|pasirenkam*|neprivalom*',
  preferences:
    'nustatym*|tinkinti|pritaikyt*|valdyti*|tvarkyti*|parinktys|parinktis|detales|rodyti detales|keisti|pasirinkti|konfigur*|pageidavim*|issamiau|suasmenint*',
  save: 'issaugoti*|issaugau|issaug*|taikyti',
  choice: 'pasirinkim*|pasirinkt*|nustatym*|pazymetus',
  confirm: 'patvirtin*|testi*|priimti|leisti|naudoti',
  acknowledge: 'ok|gerai|supratau|suprantu|=testi|aisku',
  close: 'uzdaryti*|uzverti|slepti|veliau|ne dabar',
  withdraw: 'atsaukti*|atsaukiu|atsiimti',
  other:
    'naujienlaiski*|prenumer*|registr*|el pastas|el pasta|el pasto|email|prisijung*|metu|pilnamet*|18|kalba|salis|nuolaid*|pasiulym*|pokalb*|zinut*|slaptazod*|paskyra|taisykl*|salyg*|mokej*|krepsel*|pranesim*|amziu*',
};
