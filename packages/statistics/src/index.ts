export { quantilesType7, quantileType7 } from './quantiles/quantile-type-7.ts';
