import * as z from 'zod';
import { query } from '../../platform/operation.ts';
import { treeUnit } from './unit-view.ts';

/**
 * The units that one's right to administer reaches, ended ones among them, parents before children are not promised.
 * At most 5,000; `truncated` says that there are more.
 */
export const listUnits = query('organisation.manage', {
  path: '/organisation/units',
  summary: 'The tree of units',
  tag: 'administration',
}).output(z.object({ units: z.array(treeUnit), truncated: z.boolean() }));
