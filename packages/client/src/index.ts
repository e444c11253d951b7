export { clientAsset } from './asset.ts';
