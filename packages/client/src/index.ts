export { clientAssets } from './asset.ts';
export type { ClientAsset, ClientAssets } from './client-assets.ts';
