// Parsers that the tables and bars speak of by name.

/** Core's reading of nothing but the name, as the guard does for each line. */
export const nameScan = 'core, name only';
/** Core's reading of a line with all of its attributes. */
export const wholeScan = 'core, whole line';
/** The one that speed is held against. */
export const speedBase = 'cookie';
