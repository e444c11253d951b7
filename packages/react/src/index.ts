export type { CandorSettingsProps } from './candor-settings.ts';
export { CandorSettings } from './candor-settings.ts';
export type { GateProps } from './gate.ts';
export { Gate } from './gate.ts';
export { useConsent } from './use-consent.ts';
