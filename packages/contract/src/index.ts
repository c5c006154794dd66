import { administration } from './administration/index.ts';
import { analysis } from './analysis/index.ts';
import { incidents } from './incidents/index.ts';
import { sync } from './sync/index.ts';

/** Every operation of the product, by capability. The server implements it, the web calls it, OpenAPI prints it. */
export const contract = { administration, incidents, analysis, sync };
export type Contract = typeof contract;
