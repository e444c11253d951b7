// An invented coast: suburbs from north to south, with where they lie and how large they are.
import type { Draw } from './random.ts';

/** A suburb of the invented city; `weight` is its share of the population. */
export type Suburb = { readonly name: string; readonly latitude: number; readonly longitude: number; readonly weight: number };

/** North to south; the sea is in the east. */
export const suburbs: readonly Suburb[] = [
  { name: 'Sandpiper Waters', latitude: -27.905, longitude: 153.392, weight: 9 },
  { name: 'Old Harbour', latitude: -27.938, longitude: 153.408, weight: 14 },
  { name: 'Kestrel Ridge', latitude: -27.962, longitude: 153.338, weight: 6 },
  { name: 'Lighthouse Hill', latitude: -27.981, longitude: 153.421, weight: 11 },
  { name: 'Paperbark', latitude: -28.003, longitude: 153.362, weight: 8 },
  { name: 'Casuarina Bay', latitude: -28.024, longitude: 153.427, weight: 16 },
  { name: 'Currawong', latitude: -28.041, longitude: 153.371, weight: 10 },
  { name: 'Mermaid Reach', latitude: -28.063, longitude: 153.436, weight: 12 },
  { name: 'Banksia Park', latitude: -28.082, longitude: 153.389, weight: 9 },
  { name: 'Tallow Creek', latitude: -28.104, longitude: 153.447, weight: 10 },
  { name: 'Driftwood', latitude: -28.131, longitude: 153.463, weight: 7 },
  { name: 'Pelican Point', latitude: -28.158, longitude: 153.489, weight: 5 },
];

const totalWeight = suburbs.reduce((sum, suburb) => sum + suburb.weight, 0);

/** A suburb, the larger ones more often. */
export function pickSuburb(draw: Draw): Suburb {
  let left = draw.unit() * totalWeight;
  for (const suburb of suburbs) {
    left -= suburb.weight;
    if (left < 0) return suburb;
  }
  return draw.pick(suburbs);
}

/** A point near a suburb's centre, five decimals (about a metre). */
export function pointIn(draw: Draw, suburb: Suburb): readonly [latitude: string, longitude: string] {
  return [draw.around(suburb.latitude, 0.014).toFixed(5), draw.around(suburb.longitude, 0.012).toFixed(5)];
}

/** Street names of the invented city. */
export const streets: readonly string[] = [
  'Banyan Street',
  'Breakwater Road',
  'Cockatoo Lane',
  'Coral Parade',
  'Cypress Avenue',
  'Dolphin Street',
  'Dune Crescent',
  'Esplanade North',
  'Esplanade South',
  'Fig Tree Road',
  'Gannet Street',
  'Harbour Drive',
  'Heron Way',
  'Ironbark Road',
  'Jetty Street',
  'Kingfisher Drive',
  'Lagoon Road',
  'Lorikeet Street',
  'Mangrove Terrace',
  'Nautilus Way',
  'Osprey Avenue',
  'Pandanus Parade',
  'Quarry Road',
  'Reef Street',
  'Saltwater Drive',
  'Seagrass Lane',
  'Station Street',
  'Tern Court',
  'Trade Winds Avenue',
  'Wattle Street',
];
