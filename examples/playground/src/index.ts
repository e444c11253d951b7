export type { Arrival, Cell } from './cell.ts';
export { cellOf, choices, domain, firstCell, hostOf, ownTheme } from './cell.ts';
export { declarationFor } from './declaration.ts';
export { PlaygroundError } from './errors.ts';
export type { Playground } from './playground.ts';
export { startPlayground } from './playground.ts';
