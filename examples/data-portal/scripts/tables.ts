// Which rows belong to which dataset.
import { bikeCounters, buildingPermits, cityBudget, communityEvents, energyUse, wasteCollection } from './city-tables.ts';
import { beachWaterQuality, busStops, carParks, libraryVisits, playgrounds, rainfall, roadWorks, streetTrees } from './outdoor-tables.ts';
import type { MakeRows } from './rows.ts';

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
