/**
 * Which GeoNames features go into a dispatcher's gazetteer: what a caller names as the place where something happens.
 * `all` keeps the class whole, a list keeps those feature codes. Class U (under the sea) is left out.
 */
export const KEPT_FEATURES: Readonly<Record<string, 'all' | readonly string[]>> = {
  /** Villages, towns, quarters. */
  P: 'all',
  /** Governorates, districts, municipalities. */
  A: 'all',
  /** Buildings, stations, schools, places of worship, ruins, bridges. */
  S: 'all',
  /** Roads, tunnels, junctions. */
  R: 'all',
  /** Localities, areas, parks, camps, ports, military grounds. */
  L: 'all',
  /** Water that is named in a call; not every spring and seasonal wadi mouth. */
  H: ['WAD', 'WADX', 'STM', 'STMI', 'STMH', 'RVN', 'RSV', 'RSVT', 'LK', 'LKI', 'BAY', 'HBR', 'CNL', 'SPNG', 'FLLS'],
  /** Heights, passes, islands and capes that serve as landmarks. */
  T: [
    'MT',
    'MTS',
    'PK',
    'PKS',
    'HLL',
    'HLLS',
    'PASS',
    'VAL',
    'GRGE',
    'ISL',
    'ISLS',
    'PT',
    'CAPE',
    'BCH',
    'PLN',
    'RDGE',
  ],
  /** Forests, where fires and searches are. */
  V: ['FRST', 'GROVE'],
};

/** True when a feature of this class and code is kept. */
export function isKeptFeature(featureClass: string, featureCode: string): boolean {
  const codes = KEPT_FEATURES[featureClass];
  return codes === 'all' || (codes?.includes(featureCode) ?? false);
}
