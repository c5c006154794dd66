import { oc } from '@orpc/contract';
import * as z from 'zod';
import { typedText } from './text.ts';

/**
 * What every operation declares beside its shapes. The server refuses to start when an operation has no permission,
 * and the generated rights test walks these.
 */
export interface OperationMeta {
  /** The action a person needs, as named in permissions.ts, or `public` (nobody signed in). */
  permission: string;
  kind: 'command' | 'query' | 'consultation';
  /** A command that may wait in a browser without a link: its `madeAt` may lie in the past. Of all others it counts for nothing. */
  offline?: boolean;
}

/** What a refused request says: a reason code (translated by reasons.ts), the field it is about, and numbers for the sentence. */
export const refusalData = z.object({
  reason: z.string(),
  field: z.string().optional(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type RefusalData = z.infer<typeof refusalData>;

/** The expected failures of every operation; HTTP codes are mapped here and nowhere else. */
export const expectedErrors = {
  UNAUTHORIZED: { status: 401, data: refusalData.optional() },
  FORBIDDEN: { status: 403, data: refusalData },
  NOT_FOUND: { status: 404, data: refusalData },
  CONFLICT: { status: 409, data: refusalData },
  PAYLOAD_TOO_LARGE: { status: 413, data: refusalData },
  UNPROCESSABLE_CONTENT: { status: 422, data: refusalData },
  TOO_MANY_REQUESTS: { status: 429, data: refusalData },
} as const;

export type ExpectedErrorCode = keyof typeof expectedErrors;

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
interface Place {
  path: `/${string}`;
  method?: Method;
  summary: string;
  tag: string;
}
interface CommandPlace extends Place {
  /** See OperationMeta. */
  offline?: boolean;
}

/** Starts the contract of a command: a change, idempotent by the client's `commandId`, one transaction. */
export function command(permission: string, place: CommandPlace) {
  return oc
    .$meta<OperationMeta>({ permission, kind: 'command', ...(place.offline && { offline: true }) })
    .route({ method: place.method ?? 'POST', path: place.path, summary: place.summary, tags: [place.tag] })
    .errors(expectedErrors);
}

/** Starts the contract of a query: reads within the caller's area, changes nothing but the log of consultation. */
export function query(permission: string, place: Place) {
  return oc
    .$meta<OperationMeta>({ permission, kind: 'query' })
    .route({ method: place.method ?? 'GET', path: place.path, summary: place.summary, tags: [place.tag] })
    .errors(expectedErrors);
}

/**
 * What every command carries. `commandId` makes a repeat harmless; `madeAt` is when the person did it, earlier than
 * the sending when it waited in the outbox of a browser without a link. Only a command that is declared to be made
 * offline has a past: of any other it is the server's clock that counts.
 */
export const commandHeader = z.object({
  commandId: z.uuid(),
  madeAt: z.iso.datetime().optional(),
  deviceId: typedText(100).optional(),
  /**
   * The post it was done on, where the person holds several; that of the header `x-marsad-post` when absent, and the first that
   * gives the right where that post does not.
   */
  actingPostId: z.uuid().optional(),
});

/** Starts the contract of a consultation: a query of restricted parts that is itself written to the audit log. */
export function consultation(permission: string, place: Place) {
  return oc
    .$meta<OperationMeta>({ permission, kind: 'consultation' })
    .route({ method: place.method ?? 'GET', path: place.path, summary: place.summary, tags: [place.tag] })
    .errors(expectedErrors);
}

type AnyProcedure = { '~orpc': { inputSchema?: unknown; outputSchema?: unknown } };
type SchemaOf<Procedure extends AnyProcedure, Side extends 'inputSchema' | 'outputSchema'> = NonNullable<
  Procedure['~orpc'][Side]
>;

/** What a server operation receives: the input after parsing. */
export type InputOf<Procedure extends AnyProcedure> =
  SchemaOf<Procedure, 'inputSchema'> extends z.ZodType ? z.output<SchemaOf<Procedure, 'inputSchema'>> : undefined;
/** What a server operation returns, before it is checked against the contract. */
export type OutputOf<Procedure extends AnyProcedure> =
  SchemaOf<Procedure, 'outputSchema'> extends z.ZodType ? z.input<SchemaOf<Procedure, 'outputSchema'>> : undefined;
