// How Finnish words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Finnish. */
export const finnish: Lexicon = {
  language: 'fi',
  common:
    'ja|on|me|voit|sivusto|sivustomme|sivustolla|verkkosivusto|tama|tata|kayttaa|kaytamme|se|ne|joka|jotka|tai|myos|sen|meidan|sinun|sivun|kuin|etta|voimme|lisaa|kaytto|kayton|tietoa|kun|jos|minun|ovat|palvelu*',
  cookies: 'evast*|cookie*|evasteet|evasteita|evasteiden',
  consent: 'suostumu*|suostumus*|seuran*|jaljit*|vastaavat teknolog*|kumppanimme|mainon*',
  privacy: 'tietosuoj*|yksityisyy*|yksityisyyd*|henkilotie*|gdpr|kumppani*',
  accept: 'hyvaksy*|salli*|sallin|suostun|annan suostumuk*|ota kaikki kayttoon|=kylla|anna suostumus|kylla kiitos',
  reject:
    'kiella*|esta|hylk*|hylkaa*|kiell*|kieltay*|kielta*|en hyvaksy|en salli|en suostu|ala hyvaksy|ala salli|hyvaksymatta|ilman suostumusta|ilman evasteita|ilman hyvaksyntaa|ei kiitos|poista kaikki kaytosta|torju*|esta kaikki|evaa*',
  not: 'ei|en|ilman|ala',
  no: 'ei|en',
  all: 'kaikki|kaikkien|kaikkia',
  only: 'vain|ainoastaan|pelkastaan',
  necessary: 'valttamat*|valttamattom*|pakoll*|tarpeell*|tekni*|toiminnall*|valttamattomat',
  optional: 'ei valttamatt*|valinnai*|lisaevast*|valinnaiset',
  preferences:
    'asetuk*|evasteaset*|muokkaa*|hallit*|hallinnoi*|mukauta*|vaihtoehdot|yksityiskohdat|nayta tiedot|valitse*|muuta*|lisaasetuk*|raatalo*|maarit*',
  save: 'tallen*|tallenna*',
  choice: 'valin*|valinnat|valitu*|asetukset|valitut',
  confirm: 'vahvist*|jatka*|hyvaksy|salli|kayta',
  acknowledge: 'ok|okei|selva|ymmarran|ymmarretty|=jatka|selvä|asia selva|sopii',
  close: 'sulje*|piilota|myohemmin|ei nyt',
  withdraw: 'peruuta suostumu*|peru suostumu*|peruut*|peru',
  other:
    'uutiskirj*|tilaa*|sahkopost*|email|kirjaudu*|rekisteroi*|vuotta|taysi ikai*|18|kieli|maa|alennu*|tarjou*|chat*|viesti|salasana|tili|ehdot|kayttoehdot|maksu*|ostoskori*|ilmoituk*|ika',
};
