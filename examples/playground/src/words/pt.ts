// The site in Portuguese.
import type { SiteWords } from './site-words.ts';

/** Portuguese words of the site. */
export const pt: SiteWords = {
  tag: 'pt',
  site: 'Museu Portuário',
  pages: 'páginas públicas',
  lead: 'Trezentos anos de navios, tempestades e das pessoas que esperavam por ambos.',
  paragraphs: [
    'A nova sala mostra pela primeira vez os diários dos faroleiros: quarenta anos de tempo, visitas e uma cabra teimosa.',
    'Aberto todos os dias exceto à segunda-feira, das dez às dezoito. No primeiro domingo do mês a entrada é gratuita.',
  ],
  mapHeading: 'Como chegar',
  mapTitle: 'Mapa do porto',
  picture: 'Um farol sobre um mar calmo',
  purposes: {
    platform: [
      'O próprio site',
      'Guarda os bilhetes escolhidos e a sua resposta sobre cookies.',
      'Sem isto não poderia comprar um bilhete e a pergunta voltaria em cada página.',
    ],
    audience: ['Contagem de visitas', 'Diz-nos sobre que exposições se lê, em totais.', 'As suas visitas não são contadas.'],
    maps: ['Mapas', 'Mostra um mapa de outra empresa e lembra a forma como o vê.', 'No lugar do mapa vê uma caixa com um botão.'],
    advertising: [
      'Publicidade',
      'Mostra-lhe as nossas exposições noutros sites, conforme o que viu aqui.',
      'A publicidade noutros sites não depende da sua visita aqui.',
    ],
  },
  trackers: {
    basket: ['Bilhetes', 'Guarda os bilhetes escolhidos até ao pagamento'],
    choice: ['As suas escolhas de cookies', 'Lembra a sua resposta'],
    visits: ['Contagem', 'Mantém juntas as páginas de uma visita'],
    map: ['Mapa', 'Desenha o mapa na página'],
    look: ['Opções do mapa', 'Lembra o zoom e a posição do mapa'],
    advert: ['Anúncios', 'Reconhece o navegador para mostrar as nossas exposições noutros sites'],
  },
};
