import { type Language, reasonText } from '@marsad/contract/platform/reasons.ts';
import type { ORPCError } from '@orpc/server';

export interface Issue {
  path?: readonly (PropertyKey | { key: PropertyKey })[];
  message: string;
}

/** What the schema found, as fields and reasons. */
export const errorsOf = (issues: readonly Issue[]): { field: string; reason: string }[] =>
  issues.map((issue) => ({
    field: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    reason: issue.message,
  }));

/** RFC 9457 problem details of an expected failure, in the caller's language. Nothing of the inside is in it. */
export function problemOf(error: ORPCError<string, unknown>, language: Language): Record<string, unknown> {
  const data = (error.data ?? {}) as {
    reason?: string;
    field?: string;
    parameters?: Record<string, string | number>;
    issues?: Issue[];
  };
  if (data.issues) {
    const errors = errorsOf(data.issues).map((one) => ({ ...one, detail: reasonText(one.reason, language) }));
    return {
      type: 'urn:marsad:problem:input.invalid',
      title: reasonText('input.invalid', language),
      status: error.status,
      code: error.code,
      reason: 'input.invalid',
      errors,
    };
  }
  const reason = data.reason ?? error.code.toLowerCase();
  return {
    type: `urn:marsad:problem:${reason}`,
    title: reasonText(reason, language, data.parameters),
    status: error.status,
    code: error.code,
    reason,
    ...(data.field && { field: data.field }),
    ...(data.parameters && { parameters: data.parameters }),
  };
}
