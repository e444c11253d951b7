// How Serbian words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Serbian. */
export const serbian: Lexicon = {
  language: 'sr',
  common:
    'i|u|na|za|je|su|da|se|s|sa|po|o|koji|koje|nas|nasa|nase|vas|vase|ovaj|ova|ovo|sajt|sajtu|veb|koristi|koristimo|kako|bi|ili|od|kao|mozete|moje|nam|svoje|vise|и|у|на|за|је|су|да|се|са|по|који|које|наш|ваше|овај|сајт|сајту|користи|користимо|како|би|или',
  cookies: 'kolacic*|cookie*|колачић*|колачи*',
  consent: 'saglasnost*|pristanak|pracenj*|slicne tehnologije|сагласност*|пристанак|праћењ*',
  privacy: 'privatnost*|licn* podat*|zastit* podataka|partner*|приватност*|личн* подат*|партнер*',
  accept: 'prihvat*|prihvatam|slazem se|slazem|dozvol*|pristajem|saglasan|saglasna|прихват*|слажем се|слажем|дозвол*|пристајем|=da|=да',
  reject:
    'odbij*|odbijam|odbaci*|ne slazem*|ne prihvat*|ne dozvol*|ne pristajem|bez prihvatanja|bez saglasnosti|ne hvala|одбиј*|одбаци*|не слажем*|не прихват*|не дозвол*|без прихватања|без сагласности|не хвала',
  not: 'ne|bez|не|без',
  no: 'ne|не',
  all: 'sve|svi|svih|све|сви|свих',
  only: 'samo|jedino|iskljucivo|само|искључиво',
  necessary: 'neophodn*|nuzn*|obavezn*|potrebn*|osnovn*|tehnick*|неопходн*|нужн*|обавезн*|потребн*|основн*',
  optional: 'neobavezn*|dodatn*|opcion*|необавезн*|додатн*|опцион*',
  preferences:
    'podesavanj*|podesi*|prilagod*|upravlja*|opcije|detalj*|izmeni|izaberi|postavk*|подешавањ*|подеси*|прилагод*|управља*|опције|детаљ*|измени',
  save: 'sacuvaj*|snimi|primeni|сачувај*|примени',
  choice: 'izbor*|izabran*|odabran*|podesavanj*|избор*|изабран*|одабран*|подешавањ*',
  confirm: 'potvrd*|nastavi*|prihvati|dozvoli|koristi|потврд*|настави*|прихвати|дозволи|користи',
  acknowledge: 'ok|okay|razumem|u redu|=nastavi|jasno|vazi|разумем|у реду|=настави|јасно|важи',
  close: 'zatvori*|sakrij|kasnije|ne sada|затвори*|сакриј|касније',
  withdraw: 'povuci*|opozovi*|повуци*|опозови*',
  other:
    'newsletter*|bilten*|pretplat*|prijav*|email|registr*|godina|punolet*|18|jezik|drzav*|popust*|ponud*|chat*|poruk*|lozink*|nalog|uslov*|placanj*|korp*|билтен*|претплат*|пријав*|година|пунолет*|језик|попуст*|лозинк*|налог|услов*',
};
