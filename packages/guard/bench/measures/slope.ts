// The line that fits points best.

/** A value at a time. */
export type Point = { readonly at: number; readonly value: number };

/** By how much the value rises per unit of time: least squares. NaN of fewer than two times. */
export function slopeOf(points: readonly Point[]): number {
  const mean = (pick: (point: Point) => number): number => points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [at, value] = [mean((point) => point.at), mean((point) => point.value)];
  const spread = points.reduce((sum, point) => sum + (point.at - at) ** 2, 0);
  return points.reduce((sum, point) => sum + (point.at - at) * (point.value - value), 0) / (spread === 0 ? Number.NaN : spread);
}
