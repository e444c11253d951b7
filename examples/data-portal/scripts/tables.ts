// One function per dataset: rows of the invented city as text cells, in the column order of data/catalog.json.
import { addDays, months, summer } from './calendar.ts';
import { pickSuburb, pointIn, streets, suburbs } from './places.ts';
import type { Draw } from './random.ts';

type Row = readonly (string | number | boolean)[];
type MakeRows = (draw: Draw) => readonly Row[];

function rows(count: number, make: (index: number) => Row): readonly Row[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

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

const streetTrees: MakeRows = (draw) =>
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

const beachWaterQuality: MakeRows = (draw) =>
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

const carParks: MakeRows = (draw) =>
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

const busStops: MakeRows = (draw) =>
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

const libraryVisits: MakeRows = (draw) =>
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

const rainfall: MakeRows = (draw) =>
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

const roadWorks: MakeRows = (draw) =>
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

const playgrounds: MakeRows = (draw) =>
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

const programmes: readonly (readonly [string, number])[] = [
  ['Roads and bridges', 148],
  ['Water and sewerage', 212],
  ['Parks and gardens', 74],
  ['Beaches and foreshore', 39],
  ['Waste and recycling', 92],
  ['Libraries', 31],
  ['Community services', 27],
  ['Arts and culture', 22],
  ['Public transport', 58],
  ['Cycling and walking', 16],
  ['Planning and building', 34],
  ['Emergency management', 12],
  ['Digital services', 29],
  ['Corporate services', 66],
];

const cityBudget: MakeRows = (draw) =>
  ['2021–22', '2022–23', '2023–24', '2024–25', '2025–26'].flatMap((year, index) =>
    programmes.flatMap(([programme, million]) =>
      (['operating', 'capital'] as const).map((kind) => {
        const share = kind === 'operating' ? 0.68 : 0.32;
        const budget = Math.round((million * share * (1 + 0.035 * index) * draw.around(1, 0.08) * 1_000_000) / 10_000) * 10_000;
        return [year, programme, kind, budget, Math.round((budget * draw.around(kind === 'capital' ? 0.93 : 0.99, 0.07)) / 1000) * 1000];
      }),
    ),
  );

const buildings: readonly (readonly [string, number, number])[] = [
  ['City Hall', 96_000, 14_000],
  ['Old Harbour Central Library', 41_000, 9000],
  ['Casuarina Aquatic Centre', 128_000, 31_000],
  ['Tallow Creek Depot', 37_000, 22_000],
  ['Lighthouse Gallery', 23_000, 0],
  ['Mermaid Reach Library', 15_000, 5200],
  ['Sandpiper Sports Hall', 28_000, 11_000],
  ['Paperbark Nursery', 9000, 6100],
  ['Currawong Treatment Plant', 402_000, 88_000],
  ['Banksia Community Centre', 12_500, 4800],
  ['Driftwood Surf Centre', 8700, 3900],
  ['Pelican Point Pumping Station', 61_000, 0],
];

const energyUse: MakeRows = (draw) =>
  months(2024, 7, 24).flatMap((month) =>
    buildings.map(([building, kilowattHours, solar]) => [
      month,
      building,
      Math.round(kilowattHours * (1 + 0.14 * Math.abs(summer(month))) * draw.around(1, 0.08)),
      Math.round(solar * (1 + 0.28 * summer(month)) * draw.around(1, 0.12)),
      building.includes('Aquatic') ? Math.round(draw.around(310_000 - 120_000 * summer(month), 30_000)) : 0,
    ]),
  );

const counters: readonly (readonly [string, number, number])[] = [
  ['Esplanade North', 1240, 2110],
  ['Harbour Drive bridge', 860, 540],
  ['Lagoon Road path', 410, 690],
  ['Casuarina Bay foreshore', 1580, 3320],
  ['Ironbark Road lane', 290, 85],
];

const bikeCounters: MakeRows = (draw) =>
  rows(70, (index) => [index]).flatMap(([day]) => {
    const date = addDays('2026-04-20', Number(day));
    const rain = draw.chance(0.24);
    const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    return counters.map(([counter, cyclists, walkers]) => {
      const factor = (rain ? 0.52 : 1) * (weekend ? 1.28 : 1);
      return [date, counter, Math.round(cyclists * factor * draw.around(1, 0.2)), Math.round(walkers * factor * draw.around(1, 0.2)), rain];
    });
  });

const buildingPermits: MakeRows = (draw) =>
  rows(320, (index) => {
    const suburb = pickSuburb(draw);
    const [kind, dwellings, value] = draw.pick([
      ['new house', 1, 640_000],
      ['new house', 1, 720_000],
      ['extension', 0, 180_000],
      ['extension', 0, 140_000],
      ['apartments', 24, 9_800_000],
      ['shop', 0, 420_000],
      ['swimming pool', 0, 68_000],
      ['demolition', 0, 31_000],
      ['secondary dwelling', 1, 210_000],
    ] as const);
    const lodged = addDays('2025-07-01', Math.floor((index / 320) * 364));
    const answered = addDays(lodged, draw.integer(12, 74));
    const outcome = draw.pick(['approved', 'approved', 'approved', 'approved', 'refused', 'withdrawn']);
    const [status, decided] = answered > '2026-07-01' ? ['lodged', ''] : [outcome, answered];
    const homes = kind === 'apartments' ? draw.integer(6, 48) : dwellings;
    const cost = kind === 'apartments' ? homes * 410_000 : value;
    return [
      `BP-26-${String(index + 1).padStart(4, '0')}`,
      lodged,
      decided,
      suburb.name,
      kind,
      homes,
      Math.round((cost * draw.around(1, 0.4)) / 1000) * 1000,
      status,
      ...pointIn(draw, suburb),
    ];
  });

const communityEvents: MakeRows = (draw) =>
  rows(160, (index) => {
    const suburb = pickSuburb(draw);
    const [category, titles] = draw.pick([
      ['music', ['Brass on the Breakwater', 'Lagoon Sessions', 'Choir at Dusk', 'Jazz by the Jetty']],
      ['sport', ['Sunrise Swim', 'Dune Run', 'Nippers Carnival', 'Paddle Day']],
      ['nature', ['Turtle Watch Walk', 'Dune Planting Morning', 'Shorebird Count', 'Mangrove Paddle']],
      ['market', ['Growers Market', 'Makers Market', 'Night Noodles', 'Book Fair']],
      ['learning', ['Repair Café', 'Open Data Evening', 'Surf Safety Class', 'Storytime on the Sand']],
    ] as const);
    return [
      7001 + index,
      `${draw.pick(titles)}, ${suburb.name}`,
      suburb.name,
      category,
      addDays('2026-01-03', draw.integer(0, 350)),
      Math.round(18 + draw.unit() ** 3 * 2600),
      draw.chance(0.7),
      ...pointIn(draw, suburb),
    ];
  });

const wasteCollection: MakeRows = (draw) =>
  months(2024, 7, 24).flatMap((month, index) =>
    suburbs.map((suburb) => {
      const general = suburb.weight * 48 * draw.around(1 - index * 0.003, 0.08);
      const recycling = suburb.weight * 17 * draw.around(1 + index * 0.004, 0.08);
      const green = suburb.weight * 15 * (1 + 0.3 * summer(month)) * draw.around(1, 0.12);
      return [
        month,
        suburb.name,
        general.toFixed(1),
        recycling.toFixed(1),
        green.toFixed(1),
        ((100 * (recycling + green)) / (general + recycling + green)).toFixed(1),
      ];
    }),
  );

/** Every dataset's rows, by id. */
export const tables: ReadonlyMap<string, MakeRows> = new Map([
  ['street-trees', streetTrees],
  ['beach-water-quality', beachWaterQuality],
  ['car-parks', carParks],
  ['bus-stops', busStops],
  ['library-visits', libraryVisits],
  ['rainfall', rainfall],
  ['road-works', roadWorks],
  ['playgrounds', playgrounds],
  ['city-budget', cityBudget],
  ['energy-use', energyUse],
  ['bike-counters', bikeCounters],
  ['building-permits', buildingPermits],
  ['community-events', communityEvents],
  ['waste-collection', wasteCollection],
]);
