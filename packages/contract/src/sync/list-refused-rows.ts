import * as z from 'zod';
import { consultation } from '../platform/operation.ts';
import { pageOf, pageRequest } from '../platform/paging.ts';
import { refusedRow } from './import-run.ts';

/** The refused rows of an import, in the order of the file. They hold cells of the file: reading them is logged. */
export const listRefusedRows = consultation('import.run', {
  path: '/imports/{importId}/refused-rows',
  summary: 'Refused rows',
  tag: 'sync',
})
  .input(pageRequest.extend({ importId: z.uuid() }))
  .output(pageOf(refusedRow));
