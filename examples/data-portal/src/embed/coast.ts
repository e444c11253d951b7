// The drawn coast: where land ends, where the creeks run, what the places are called. Units are ten-thousandths of a
// degree of latitude, so that a picture of it keeps its proportions.
const west = 153.3;
const north = -27.87;
const narrowing = Math.cos((28.03 * Math.PI) / 180);

/** The part of the coast that is always in view. */
export const frame: { readonly width: number; readonly height: number } = { width: 1960, height: 3450 };

/** A place on the drawing. */
export function project(latitude: number, longitude: number): readonly [x: number, y: number] {
  return [Math.round((longitude - west) * narrowing * 10_000), Math.round((north - latitude) * 10_000)];
}

const shore: readonly (readonly [number, number])[] = [
  [-27.7, 153.396],
  [-27.8, 153.404],
  [-27.872, 153.409],
  [-27.9, 153.415],
  [-27.936, 153.425],
  [-27.979, 153.435],
  [-28.022, 153.441],
  [-28.06, 153.45],
  [-28.101, 153.461],
  [-28.129, 153.477],
  [-28.145, 153.496],
  [-28.158, 153.504],
  [-28.172, 153.507],
  [-28.2, 153.517],
  [-28.4, 153.56],
];

const creeks: readonly (readonly (readonly [number, number])[])[] = [
  [
    [-27.99, 151.5],
    [-27.955, 153.2],
    [-27.95, 153.34],
    [-27.944, 153.378],
    [-27.932, 153.39],
    [-27.92, 153.42],
  ],
  [
    [-28.13, 151.5],
    [-28.09, 153.2],
    [-28.073, 153.33],
    [-28.087, 153.41],
    [-28.086, 153.43],
    [-28.094, 153.448],
    [-28.1, 153.462],
  ],
];

/** Names on the map. */
export const places: readonly { readonly name: string; readonly latitude: number; readonly longitude: number }[] = [
  { name: 'Sandpiper Waters', latitude: -27.905, longitude: 153.392 },
  { name: 'Old Harbour', latitude: -27.938, longitude: 153.408 },
  { name: 'Kestrel Ridge', latitude: -27.962, longitude: 153.338 },
  { name: 'Lighthouse Hill', latitude: -27.981, longitude: 153.421 },
  { name: 'Paperbark', latitude: -28.003, longitude: 153.362 },
  { name: 'Casuarina Bay', latitude: -28.024, longitude: 153.427 },
  { name: 'Currawong', latitude: -28.041, longitude: 153.371 },
  { name: 'Mermaid Reach', latitude: -28.063, longitude: 153.436 },
  { name: 'Banksia Park', latitude: -28.082, longitude: 153.389 },
  { name: 'Tallow Creek', latitude: -28.104, longitude: 153.447 },
  { name: 'Driftwood', latitude: -28.131, longitude: 153.463 },
  { name: 'Pelican Point', latitude: -28.158, longitude: 153.489 },
];

// Through the middle of each pair of points, with the point itself as the curve's handle.
function smoothPath(line: readonly (readonly [number, number])[]): string {
  const points = line.map(([latitude, longitude]) => project(latitude, longitude));
  let path = '';
  points.forEach(([x, y], index) => {
    const next = points[index + 1];
    if (index === 0) path += `M${x} ${y}`;
    else if (next === undefined) path += `L${x} ${y}`;
    else path += `Q${x} ${y} ${Math.round((x + next[0]) / 2)} ${Math.round((y + next[1]) / 2)}`;
  });
  return path;
}

/** The shore line, north to south, well beyond the frame. */
export const shorePath: string = smoothPath(shore);

/** The land: everything west of the shore. */
export const landPath: string = `${shorePath}L-9000 6000L-9000 -2000Z`;

/** The creeks. */
export const creekPaths: readonly string[] = creeks.map(smoothPath);

/** Hills and parks: centre and radii on the drawing. */
export const greens: readonly (readonly [x: number, y: number, rx: number, ry: number])[] = [
  [120, 1010, 520, 300],
  [-700, 1700, 900, 520],
  [420, 2650, 640, 260],
  [-1500, 500, 900, 400],
  [900, 1830, 150, 90],
];
