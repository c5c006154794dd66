import { type Language, reasonText } from '@marsad/contract/platform/reasons.ts';
import type { ORPCError } from '@orpc/server';

interface Issue {
  path?: readonly (PropertyKey | { key: PropertyKey })[];
  message: string;
}

/** RFC 9457 problem details of an expected failure, in the caller's language. Nothing of the inside is in it. */
export function problemOf(error: ORPCError<string, unknown>, language: Language): Record<string, unknown> {
  const data = (error.data ?? {}) as {
    reason?: string;
    field?: string;
    parameters?: Record<string, string | number>;
    issues?: Issue[];
  };
  if (data.issues) {
    const errors = data.issues.map((issue) => ({
      field: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
      reason: issue.message,
      detail: reasonText(issue.message, language),
    }));
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
