export { profiles } from './data/profiles.ts';
export type { KnownProvider } from './data/providers.ts';
export { knownProviders } from './data/providers.ts';
export type { KnownTracker, Sighting } from './known-trackers.ts';
export { countTrackers, knownTrackers, lookUpTracker } from './known-trackers.ts';
export type { Profile } from './profile.ts';
