export type { Blocked, BlockedListener, Candor, ChangeListener, DebugReport } from './api.ts';
export { clientAssets } from './asset.ts';
export type { ClientAsset, ClientAssets } from './client-assets.ts';
export type { StaticFile, StaticOptions } from './static-site.ts';
export { compileStaticSite, staticLimits } from './static-site.ts';
