// Completes the document that is generated from the contract with what every operation shares: problem details, ways to sign in,
// the right an operation needs, and the few routes that are not operations because bytes stream through them.
import type { OperationMeta } from '@marsad/contract/platform/operation.ts';
import { streamedPaths } from './streamed-paths.ts';

type Json = Record<string, unknown>;
interface Operation extends Json {
  operationId?: string;
  parameters?: { name: string }[];
  responses: Json;
}
export interface ApiDocument extends Json {
  paths: Record<string, Record<string, Operation>>;
}

const problems: Record<string, [name: string, description: string]> = {
  400: ['Invalid', 'The request is not in the form asked for; `errors` names each field with its reason.'],
  401: ['SignedOut', 'Nobody is signed in, or the session or token has ended.'],
  403: ['Forbidden', 'The right is missing, or the record lies outside the area.'],
  404: ['NotFound', 'There is no such record in the area of whoever asks.'],
  409: ['Conflict', 'The record changed meanwhile, or the command id was used with other content.'],
  413: ['TooLarge', 'More than is taken at once.'],
  422: ['Refused', 'Understood and refused; `reason` says why and `field` what it is about.'],
  429: ['TooMany', 'Too many attempts; wait before the next.'],
  500: ['Failed', 'Unexpected; `parameters.id` is the id under which it is logged. Nothing was half-written.'],
  503: ['Unavailable', 'The database cannot be reached or its disk is full; the same command may be sent again.'],
};

const problemSchema = {
  type: 'object',
  description: 'Problem details (RFC 9457).',
  required: ['type', 'title', 'status', 'reason'],
  properties: {
    type: { type: 'string', description: '`urn:marsad:problem:` and the reason' },
    title: { type: 'string', description: 'What went wrong, in the language of the person or of `Accept-Language`' },
    status: { type: 'integer' },
    code: { type: 'string' },
    reason: { type: 'string', description: 'For programs: stays the same in every language' },
    field: { type: 'string' },
    parameters: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'reason', 'detail'],
        properties: { field: { type: 'string' }, reason: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
};

const components = {
  schemas: { Problem: problemSchema },
  responses: Object.fromEntries(
    Object.values(problems).map(([name, description]) => [
      name,
      { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    ]),
  ),
  securitySchemes: {
    session: { type: 'apiKey', in: 'cookie', name: 'marsad.session_token', description: 'Set by signing in.' },
    token: { type: 'http', scheme: 'bearer', description: 'A token of a program, made with `marsad token create`.' },
  },
};

const tags: Record<string, string> = {
  administration: 'Organisation, people, posts, roles, accounts, reference lists, gazetteer',
  incidents: 'Calls, incidents, their story, clocks and assignments',
  analysis: 'Measures and the Overview',
  sync: 'Imports and exports',
};

export const apiText = `Every operation of the product.

**Commands** carry a \`commandId\` made by the client (a UUID): the same again returns the first answer and changes nothing, so a
command may be sent again whenever its answer was lost. \`madeAt\` tells when the person did it, when that was earlier.

**Lists** come in pages: \`limit\` rows at most, and \`nextCursor\`, which is opaque: send it as \`cursor\` for the next page; it is null
at the end. Rows added meanwhile never repeat or hide others.

**Errors** are problem details (RFC 9457) with a \`reason\` for programs and a \`title\` for people, in the language of the person signed
in or of \`Accept-Language\` (ar, en, fr).

**Times** are instants in UTC (ISO 8601). **Positions** are degrees of WGS 84.`;

/** Whether an operation is paged by cursor. */
const isPaged = (operation: Operation): boolean =>
  operation.parameters?.some((parameter) => parameter.name === 'cursor') ?? false;

const kinds: Record<OperationMeta['kind'], string> = {
  command: 'A command: one transaction, idempotent by `commandId`.',
  query: 'Reads; changes nothing.',
  consultation: 'Reads restricted parts; the reading is written to the audit log.',
};

/** The document of `generated` with all that is shared; `metaOf` answers for an operation id. */
export function describeApi(generated: ApiDocument, metaOf: (operationId: string) => OperationMeta): ApiDocument {
  const paths: ApiDocument['paths'] = {};
  for (const [path, methods] of Object.entries({ ...generated.paths, ...streamedPaths })) {
    paths[path] = Object.fromEntries(
      Object.entries({ ...generated.paths[path], ...methods }).map(([method, operation]) => [
        method,
        describeOperation(operation as Operation, metaOf),
      ]),
    );
  }
  const used = [...new Set(Object.values(paths).flatMap((methods) => Object.values(methods).flatMap(tagsOf)))].sort();
  return {
    ...generated,
    tags: used.map((name) => ({ name, ...(tags[name] && { description: tags[name] }) })),
    security: [{ session: [] }, { token: [] }],
    components,
    paths,
  };
}

const tagsOf = (operation: Operation): string[] => (operation.tags as string[] | undefined) ?? [];

function describeOperation(operation: Operation, metaOf: (operationId: string) => OperationMeta): Operation {
  const meta = operation.operationId?.includes('.') ? metaOf(operation.operationId) : undefined;
  const responses: Json = {};
  for (const [status, response] of Object.entries(operation.responses))
    if (!(status in problems)) responses[status] = response;
  for (const [status, [name]] of Object.entries(problems))
    responses[status] = { $ref: `#/components/responses/${name}` };
  const sentences = [
    operation.description,
    meta && kinds[meta.kind],
    meta && `Needs the right \`${meta.permission}\`.`,
    isPaged(operation) && 'Paged: send `nextCursor` as `cursor`.',
  ];
  return {
    ...operation,
    description: sentences.filter((sentence) => sentence).join(' '),
    ...(meta && { 'x-permission': meta.permission, 'x-kind': meta.kind }),
    responses,
  };
}
