/** Metres by GeoNames class: how far from its point something at a place of that kind may be. Presets of ours. */
const radii: Readonly<Record<string, number>> = {
  P: 500,
  A: 5_000,
  S: 150,
  R: 1_000,
  L: 1_000,
  H: 2_000,
  T: 1_500,
  V: 1_500,
};
const divisions: Readonly<Record<string, number>> = { ADM1: 20_000, ADM2: 10_000, ADM3: 3_000, ADM4: 2_000 };
const towns: readonly (readonly [inhabitants: number, metres: number])[] = [
  [500_000, 6_000],
  [100_000, 4_000],
  [20_000, 2_000],
  [2_000, 1_000],
];

/**
 * Returns the radius of doubt, in metres, of a position taken from a place: wide for a town or a district, so that
 * nobody takes its middle for an address. The figures are presets, a choice of the product.
 */
export function placeRadiusMetres(featureClass: string, featureCode: string, population: number): number {
  const division = divisions[featureCode];
  if (division !== undefined) return division;
  const town = featureClass === 'P' ? towns.find(([inhabitants]) => population >= inhabitants) : undefined;
  return town?.[1] ?? radii[featureClass] ?? 500;
}
