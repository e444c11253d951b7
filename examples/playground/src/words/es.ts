// The site in Spanish.
import type { SiteWords } from './site-words.ts';

/** Spanish words of the site. */
export const es: SiteWords = {
  tag: 'es',
  site: 'Museo del Puerto',
  pages: 'páginas públicas',
  lead: 'Trescientos años de barcos, temporales y de quienes los esperaban.',
  paragraphs: [
    'La nueva sala muestra por primera vez los diarios de los fareros: cuarenta años de tiempo, visitas y una cabra testaruda.',
    'Abierto todos los días menos el lunes, de diez a dieciocho horas. El primer domingo de mes la entrada es gratuita.',
  ],
  mapHeading: 'Cómo llegar',
  mapTitle: 'Mapa del puerto',
  picture: 'Un faro sobre un mar en calma',
  purposes: {
    platform: [
      'El propio sitio',
      'Guarda las entradas elegidas y su respuesta sobre las cookies.',
      'Sin esto no podría comprar una entrada y se le preguntaría en cada página.',
    ],
    audience: ['Recuento de visitas', 'Nos dice sobre qué exposiciones se lee, en totales.', 'No se cuentan sus visitas.'],
    maps: ['Mapas', 'Muestra un mapa de otra empresa y recuerda cómo lo mira.', 'En lugar del mapa verá un recuadro con un botón.'],
    advertising: [
      'Publicidad',
      'Le muestra nuestras exposiciones en otros sitios, según lo que miró aquí.',
      'La publicidad en otros sitios no depende de su visita aquí.',
    ],
  },
  trackers: {
    basket: ['Entradas', 'Guarda las entradas elegidas hasta el pago'],
    choice: ['Sus opciones de cookies', 'Recuerda su respuesta'],
    visits: ['Recuento', 'Une las páginas de una misma visita'],
    map: ['Mapa', 'Dibuja el mapa en la página'],
    look: ['Ajustes del mapa', 'Recuerda el zoom y la posición del mapa'],
    advert: ['Anuncios', 'Reconoce el navegador para mostrar nuestras exposiciones en otros sitios'],
  },
};
