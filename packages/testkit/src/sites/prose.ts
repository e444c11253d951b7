// Something to read on the pages, which has nothing to do with what they store.
import type { Variation } from './variation.ts';

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

/** A heading and two paragraphs. */
export function prose(variation: Variation): string {
  const [title, lead, more] = variation.pick(topics);
  return `<h1>${title}</h1><p>${lead}</p><p>${more}</p>`;
}
