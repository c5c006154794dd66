import * as z from 'zod';
import { query } from '../platform/operation.ts';
import { measure } from './measure.ts';
import { measured } from './measure-result.ts';

/** Any measure within the caller's area: what charts, indicators and programs ask. A read, by POST for its size. */
export const runMeasure = query('analysis.read', {
  method: 'POST',
  path: '/analysis/measure',
  summary: 'Run one measure',
  tag: 'analysis',
})
  .input(z.object({ measure }))
  .output(measured);
