import * as z from 'zod';
import { consultation } from '../platform/operation.ts';
import { requiredText } from '../platform/text.ts';
import { auditFilters } from './list-audit-entries.ts';

/** How many entries one export holds at most. */
export const mostExportedEntries = 20_000;

/** A selection of the log as CSV, for a recipient and a reason, which are logged as a disclosure with it. */
export const exportAuditEntries = consultation('audit.read', {
  method: 'POST',
  path: '/audit/export',
  summary: 'Export the audit log',
  tag: 'administration',
})
  .input(auditFilters.extend({ recipient: requiredText(200), reason: requiredText(500) }))
  .output(z.object({ csv: z.string(), rows: z.number().int() }));
