// What the invented city spends, uses, permits, collects and puts on.
import { addDays, months, summer } from './calendar.ts';
import { pickSuburb, pointIn, suburbs } from './places.ts';
import type { MakeRows } from './rows.ts';
import { rows } from './rows.ts';

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

/** Rows of the dataset of that name. */
export const cityBudget: MakeRows = (draw) =>
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

/** Rows of the dataset of that name. */
export const energyUse: MakeRows = (draw) =>
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

/** Rows of the dataset of that name. */
export const bikeCounters: MakeRows = (draw) =>
  rows(70, (index) => [index]).flatMap(([day]) => {
    const date = addDays('2026-04-20', Number(day));
    const rain = draw.chance(0.24);
    const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    return counters.map(([counter, cyclists, walkers]) => {
      const factor = (rain ? 0.52 : 1) * (weekend ? 1.28 : 1);
      return [date, counter, Math.round(cyclists * factor * draw.around(1, 0.2)), Math.round(walkers * factor * draw.around(1, 0.2)), rain];
    });
  });

/** Rows of the dataset of that name. */
export const buildingPermits: MakeRows = (draw) =>
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

/** Rows of the dataset of that name. */
export const communityEvents: MakeRows = (draw) =>
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

/** Rows of the dataset of that name. */
export const wasteCollection: MakeRows = (draw) =>
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
