// How Croatian words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Croatian. */
export const croatian: Lexicon = {
  language: 'hr',
  common:
    'i|u|na|za|je|su|da|se|s|k|po|o|koji|koje|nas|nasa|nase|vas|vase|ova|ovo|stranica|web|mjesto|koristi|koristimo|kako|bi|ili|od|kao|mozete|moje|nam|svoje|vise|vam|ih|te|internetska',
  cookies: 'kolacic*|cookie*',
  consent: 'privol*|pristanak|suglasnost*|pracenj*|slicne tehnologije|nasi partneri|oglas*',
  privacy: 'privatnost*|osobn* podat*|zastit* podataka|partner*|gdpr|podat*',
  accept: 'prihvat*|prihvacam|slazem se|slazem|dopust*|dozvol*|pristajem|suglasan|suglasna|omoguci sve|=da|odobri*',
  reject:
    'zabran*|blokiraj*|odbij*|odbijam|odbaci*|ne slazem*|ne prihvacam|ne prihvat*|ne dopust*|ne dozvol*|ne pristajem|bez prihvacanja|bez privole|bez pristanka|ne hvala|onemoguci sve|uskrat*',
  not: 'ne|bez',
  no: 'ne',
  all: 'sve|svi|svih|svim',
  only: 'samo|jedino|iskljucivo',
  necessary: 'nuzn*|neophodn*|obavezn*|potrebn*|osnovn*|tehnick*|funkcionaln*',
  optional: 'neobavezn*|dodatn*|opcionaln*|izborn*',
  preferences: 'postavk*|prilagod*|upravlja*|opcije|mogucnosti|detalj*|prikazi detalje|uredi|promijeni|odaberi|podesi*|izbor',
  save: 'spremi*|sacuvaj*|pohrani*|primijeni',
  choice: 'odabir*|odabran*|izbor*|postavk*',
  confirm: 'potvrd*|nastavi*|prihvati|dopusti|koristi',
  acknowledge: 'ok|okay|razumijem|u redu|=nastavi|jasno|shvacam|vazi',
  close: 'zatvori*|sakrij|kasnije|ne sada',
  withdraw: 'povuci*|opozovi*|povlacenj*',
  other:
    'newsletter*|bilten*|pretplat*|prijav*|e mail*|email|e posta|registr*|godina|punoljet*|18|jezik|drzav*|popust*|ponud*|chat*|razgovor|poruk*|lozink*|racun|uvjet*|placanj*|kosaric*|obavijest*|dob',
};
