// Something to read on the pages, which has nothing to do with what they store.
import type { Variation } from './variation.ts';
import type { CorpusLanguage } from './words.ts';

type Topic = readonly [title: string, lead: string, more: string];

const topics: readonly [Topic, ...Topic[]] = [
  [
    'Corner bakery',
    'Bread from the stone oven, every morning from six.',
    'On Saturdays we bake rye with caraway and a plaited loaf for the weekend.',
  ],
  [
    'Town library',
    'Forty thousand books, a reading room and a quiet garden.',
    'Readers may borrow ten titles for four weeks and renew them twice.',
  ],
  [
    'Bicycle workshop',
    'We repair gears, brakes and wheels while you wait.',
    'A winter service takes two days; we lend you a bicycle meanwhile.',
  ],
  [
    'Small theatre',
    'A stage for forty guests above the old fire station.',
    'Tickets are sold at the door from seven; latecomers wait for the interval.',
  ],
  [
    'Allotment society',
    'Plots of two hundred square metres on the sunny bank of the river.',
    'Members share tools, compost and more courgettes than anybody needs.',
  ],
];

const elsewhere: { readonly [language in Exclude<CorpusLanguage, 'en'>]: Topic } = {
  de: ['Bäckerei an der Ecke', 'Brot aus dem Steinofen, jeden Morgen ab sechs Uhr.', 'Samstags backen wir Roggenbrot mit Kümmel.'],
  fr: [
    'La boulangerie du coin',
    'Du pain cuit au four à bois, chaque matin dès six heures.',
    'Le samedi, nous faisons un pain de seigle au carvi.',
  ],
  es: [
    'La panadería de la esquina',
    'Pan de horno de piedra, cada mañana desde las seis.',
    'Los sábados hacemos pan de centeno con comino.',
  ],
  it: ['Il forno all’angolo', 'Pane cotto nel forno a pietra, ogni mattina dalle sei.', 'Il sabato facciamo il pane di segale.'],
  pl: ['Piekarnia na rogu', 'Chleb z pieca kamiennego, codziennie od szóstej rano.', 'W soboty pieczemy chleb żytni z kminkiem.'],
  fi: ['Kulman leipomo', 'Leipää kiviuunista joka aamu kello kuudesta.', 'Lauantaisin leivomme ruisleipää.'],
  hu: ['Sarki pékség', 'Kenyér kőkemencéből, minden reggel hat órától.', 'Szombaton köményes rozskenyeret sütünk.'],
  el: ['Ο φούρνος της γωνίας', 'Ψωμί από πέτρινο φούρνο, κάθε πρωί από τις έξι.', 'Το Σάββατο ψήνουμε ψωμί σίκαλης.'],
  ru: ['Пекарня на углу', 'Хлеб из каменной печи каждое утро с шести часов.', 'По субботам мы печём ржаной хлеб с тмином.'],
  ar: ['مخبز الزاوية', 'خبز من الفرن الحجري كل صباح من الساعة السادسة.', 'نخبز يوم السبت خبز الجاودار بالكراوية.'],
  he: ['המאפייה בפינה', 'לחם מתנור אבן, כל בוקר משעה שש.', 'בשבת אנו אופים לחם שיפון.'],
  ja: ['角のパン屋', '石窯で焼いたパンを毎朝六時からお届けします。', '土曜日にはライ麦パンを焼きます。'],
  zh: ['街角面包店', '石炉面包，每天早上六点开始供应。', '星期六我们烤黑麦面包。'],
  ko: ['모퉁이 빵집', '돌가마에서 구운 빵을 매일 아침 여섯 시부터 판매합니다.', '토요일에는 호밀빵을 굽습니다.'],
};

/** A heading and two paragraphs, in a language. */
export function prose(variation: Variation, language: CorpusLanguage = 'en'): string {
  const [title, lead, more] = language === 'en' ? variation.pick(topics) : elsewhere[language];
  return `<h1>${title}</h1><p>${lead}</p><p>${more}</p>`;
}
