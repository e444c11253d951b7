// Trees, beaches, streets, stops and weather of the invented city, and who visits its libraries.
import { addDays, months, summer } from './calendar.ts';
import { pickSuburb, pointIn, streets, suburbs } from './places.ts';
import type { MakeRows } from './rows.ts';
import { rows } from './rows.ts';

const species: readonly (readonly [string, string, number])[] = [
  ['Ficus macrophylla', 'Moreton Bay fig', 18],
  ['Araucaria cunninghamii', 'Hoop pine', 24],
  ['Melaleuca quinquenervia', 'Paperbark', 11],
  ['Banksia integrifolia', 'Coast banksia', 8],
  ['Corymbia citriodora', 'Lemon-scented gum', 19],
  ['Jacaranda mimosifolia', 'Jacaranda', 9],
  ['Casuarina equisetifolia', 'Coast she-oak', 12],
  ['Pandanus tectorius', 'Screw pine', 5],
  ['Delonix regia', 'Poinciana', 7],
  ['Lophostemon confertus', 'Brush box', 14],
  ['Cupaniopsis anacardioides', 'Tuckeroo', 7],
  ['Callistemon viminalis', 'Weeping bottlebrush', 5],
];

/** Rows of the dataset of that name. */
export const streetTrees: MakeRows = (draw) =>
  rows(400, (index) => {
    const [latin, common, height] = draw.pick(species);
    const suburb = pickSuburb(draw);
    const year = 1948 + Math.floor(Math.sqrt(draw.unit()) * 77);
    const grown = Math.min(1, (2026 - year) / 30);
    const condition = draw.pick(['excellent', 'good', 'good', 'good', 'fair', 'fair', 'poor']);
    return [
      10_001 + index * 7,
      latin,
      common,
      suburb.name,
      Math.max(1.2, height * grown * draw.around(1, 0.35)).toFixed(1),
      year,
      condition,
      year < 1962,
      ...pointIn(draw, suburb),
    ];
  });

const beaches: readonly (readonly [string, number, number, number])[] = [
  ['Sandpiper Spit', -27.9, 153.413, 26],
  ['Old Harbour Beach', -27.936, 153.423, 44],
  ['Lighthouse Cove', -27.979, 153.432, 14],
  ['Casuarina Main Beach', -28.022, 153.438, 20],
  ['Mermaid Sands', -28.06, 153.446, 16],
  ['Banksia Lagoon', -28.085, 153.43, 58],
  ['Tallow Creek Mouth', -28.101, 153.458, 66],
  ['Driftwood Beach', -28.129, 153.474, 18],
  ['Pelican Point North', -28.15, 153.498, 12],
  ['Pelican Rock Pools', -28.162, 153.5, 24],
];

/** Rows of the dataset of that name. */
export const beachWaterQuality: MakeRows = (draw) =>
  rows(240, (index) => {
    const [beach, latitude, longitude, base] = beaches[index % beaches.length] ?? draw.pick(beaches);
    const date = addDays('2025-07-07', Math.floor(index / beaches.length) * 14);
    const storm = draw.chance(0.11) ? draw.integer(4, 14) : 1;
    const count = Math.max(1, Math.round(base * draw.around(1, 0.9) * storm * (1 + 0.35 * summer(date))));
    const rating = count < 40 ? 'very good' : count < 200 ? 'good' : count < 500 ? 'fair' : 'poor';
    return [
      date,
      beach,
      count,
      draw.around(22.4 + 3.6 * summer(date), 1.4).toFixed(1),
      rating,
      count < 500,
      latitude.toFixed(5),
      longitude.toFixed(5),
    ];
  });

/** Rows of the dataset of that name. */
export const carParks: MakeRows = (draw) =>
  rows(72, (index) => {
    const suburb = suburbs[index % suburbs.length] ?? pickSuburb(draw);
    const kind = draw.pick(['Car Park', 'Foreshore', 'Station', 'Library', 'Market', 'Surf Club']);
    const spaces = draw.integer(18, 420);
    const rate = draw.pick(['0.00', '0.00', '0.00', '2.40', '3.20', '4.50']);
    return [
      `P${String(index + 1).padStart(3, '0')}`,
      `${draw.pick(streets)} ${kind}`,
      suburb.name,
      spaces,
      draw.chance(0.45) ? draw.integer(1, 12) : 0,
      Math.max(1, Math.round(spaces * 0.03)),
      rate,
      draw.chance(0.2),
      ...pointIn(draw, suburb),
    ];
  });

/** Rows of the dataset of that name. */
export const busStops: MakeRows = (draw) =>
  rows(360, (index) => {
    const suburb = pickSuburb(draw);
    const routes = draw.pick([1, 1, 1, 2, 2, 3, 5]);
    return [
      300_000 + index * 13,
      `${draw.pick(streets)} at ${draw.pick(streets)}`,
      suburb.name,
      routes,
      draw.chance(0.55),
      draw.chance(0.78),
      Math.round(routes * draw.around(62, 58)),
      ...pointIn(draw, suburb),
    ];
  });

const branches: readonly (readonly [string, number])[] = [
  ['Old Harbour Central', 9400],
  ['Casuarina Bay', 8100],
  ['Mermaid Reach', 5600],
  ['Lighthouse Hill', 4700],
  ['Sandpiper Waters', 3900],
  ['Currawong', 3600],
  ['Banksia Park', 3100],
  ['Tallow Creek', 2800],
  ['Paperbark', 2300],
  ['Mobile library', 900],
];

/** Rows of the dataset of that name. */
export const libraryVisits: MakeRows = (draw) =>
  months(2024, 1, 30).flatMap((month) =>
    branches.map(([branch, base]) => {
      const visits = Math.round(base * (1 + 0.12 * summer(month)) * draw.around(1, 0.16));
      return [
        month,
        branch,
        visits,
        Math.round(visits * draw.around(0.82, 0.2)),
        Math.round(visits * draw.around(0.019, 0.01)),
        draw.integer(2, branch === 'Mobile library' ? 4 : 26),
      ];
    }),
  );

/** Rows of the dataset of that name. */
export const rainfall: MakeRows = (draw) =>
  rows(181, (index) => [index]).flatMap(([day]) =>
    (['Lighthouse Hill', 'Kestrel Ridge'] as const).map((station) => {
      const date = addDays('2026-01-01', Number(day));
      const wet = draw.chance(0.3 + 0.16 * summer(date));
      const inland = station === 'Kestrel Ridge' ? 1 : 0;
      const maximum = draw.around(25.2 + 3.4 * summer(date) + inland * 1.3, 3);
      const minimum = maximum - draw.around(7.4 + inland * 1.8, 2.2);
      return [date, station, wet ? (draw.unit() ** 2.6 * (70 + 25 * inland)).toFixed(1) : '0.0', maximum.toFixed(1), minimum.toFixed(1)];
    }),
  );

/** Rows of the dataset of that name. */
export const roadWorks: MakeRows = (draw) =>
  rows(140, (index) => {
    const suburb = pickSuburb(draw);
    const start = addDays('2026-01-12', draw.integer(0, 240));
    const end = addDays(start, draw.integer(1, 90));
    const status = end < '2026-06-30' ? 'finished' : start > '2026-06-30' ? 'planned' : 'in progress';
    const kind = draw.pick(['resurfacing', 'water main', 'stormwater', 'cycle lane', 'bridge repair', 'street lighting', 'footpath']);
    return [
      `RW-${2601 + index}`,
      draw.pick(streets),
      suburb.name,
      kind,
      start,
      end,
      status,
      kind === 'footpath' ? 0 : draw.integer(0, 14),
      ...pointIn(draw, suburb),
    ];
  });

/** Rows of the dataset of that name. */
export const playgrounds: MakeRows = (draw) =>
  rows(150, (index) => {
    const suburb = pickSuburb(draw);
    const name = `${draw.pick(['Anchor', 'Blue Wren', 'Cuttlefish', 'Driftwood', 'Echidna', 'Fern', 'Gecko', 'Honeyeater', 'Koala', 'Lagoon', 'Mudskipper', 'Possum', 'Starfish', 'Turtle', 'Wombat'])} ${draw.pick(['Park', 'Reserve', 'Green', 'Playground', 'Gardens'])}`;
    return [
      501 + index,
      name,
      suburb.name,
      draw.pick(['0–4', '5–12', '5–12', 'all ages', 'all ages']),
      draw.integer(2, 19),
      draw.chance(0.52),
      draw.chance(0.34),
      addDays('2025-08-01', draw.integer(0, 330)),
      ...pointIn(draw, suburb),
    ];
  });
