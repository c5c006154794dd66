// Routes that are no operations, for the document of the API: signing in, streams, and files that are too large for JSON.
const text = { type: 'string' };
const integers = { type: 'array', items: { type: 'integer' } };
const uuid = { type: 'string', format: 'uuid' };
const inPath = (name: string) => ({ name, in: 'path', required: true, schema: uuid });
const inQuery = (name: string, description: string, required = false) => ({
  name,
  in: 'query',
  required,
  description,
  schema: text,
});

/** Their paths in the form of OpenAPI 3.1, without the errors that all share. */
export const streamedPaths = {
  '/auth/sign-in/username': {
    post: {
      operationId: 'signIn',
      summary: 'Sign in',
      description: 'Sets the session cookie. Five failures in fifteen minutes lock the name.',
      tags: ['session'],
      security: [],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['username', 'password'],
              properties: { username: text, password: { type: 'string', format: 'password' } },
            },
          },
        },
      },
      responses: {
        200: {
          description:
            'Signed in, the cookie is in `Set-Cookie`; or a second factor is asked for, to be sent to `second-step/totp` or `second-step/backup-code`.',
        },
      },
    },
  },
  '/auth/sign-out': {
    post: {
      operationId: 'signOut',
      summary: 'Sign out',
      tags: ['session'],
      responses: { 200: { description: 'The session has ended.' } },
    },
  },
  '/stream': {
    get: {
      operationId: 'streamEvents',
      summary: 'Events as they happen',
      description:
        'Server-sent events of the area of whoever asks, in order. Each carries its position as `id`; after a break `Last-Event-ID` or `position` resumes. An event `reload` says that the position is too old or of another epoch: read anew.',
      tags: ['stream'],
      parameters: [
        inQuery('epoch', 'The epoch told by the event `hello`'),
        inQuery('position', 'The last position seen'),
      ],
      responses: {
        200: { description: 'A stream that does not end.', content: { 'text/event-stream': { schema: text } } },
      },
    },
  },
  '/incidents/{incidentId}/attachments/{attachmentId}': {
    put: {
      operationId: 'sendAttachment',
      summary: 'Attach a file',
      tags: ['incidents'],
      parameters: [inPath('incidentId'), inPath('attachmentId'), inQuery('name', 'The name of the file', true)],
      requestBody: { required: true, content: { 'application/octet-stream': {} } },
      responses: { 200: { description: 'Attached.', content: { 'application/json': { schema: { type: 'object' } } } } },
    },
    get: {
      operationId: 'downloadAttachment',
      summary: 'Read an attached file',
      description: 'Reading is a disclosure, which is logged.',
      tags: ['incidents'],
      parameters: [inPath('incidentId'), inPath('attachmentId')],
      responses: { 200: { description: 'The bytes as they were sent.', content: { 'application/octet-stream': {} } } },
    },
  },
  '/incidents/export': {
    post: {
      operationId: 'exportIncidents',
      summary: 'A list of incidents as CSV or XLSX',
      description:
        'By the conditions of listIncidents and the words of searchIncidents, as JSON; at most 100,000. It is a disclosure, which is logged for `recipient` and `reason` before anything leaves; the header `x-export-id` names the entry.',
      tags: ['incidents'],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['format', 'recipient', 'reason'],
              properties: {
                format: { type: 'string', enum: ['csv', 'xlsx'] },
                language: { type: 'string', enum: ['ar', 'en', 'fr'] },
                recipient: text,
                reason: text,
                words: text,
                from: { type: 'string', format: 'date-time' },
                to: { type: 'string', format: 'date-time' },
                unitIds: integers,
                typeIds: integers,
                origin: { type: 'string', enum: ['reported', 'police_initiated'] },
                statuses: { type: 'array', items: text },
                priorities: integers,
                dispositionIds: integers,
              },
            },
          },
        },
      },
      responses: {
        200: {
          description: 'The file, newest first. No people or vehicles involved.',
          content: { 'text/csv': { schema: text } },
        },
      },
    },
  },
  '/import-files/{fileId}': {
    put: {
      operationId: 'sendImportFile',
      summary: 'Send a file to import',
      tags: ['sync'],
      parameters: [inPath('fileId'), inQuery('name', 'The name of the file', true)],
      requestBody: { required: true, content: { 'application/octet-stream': {} } },
      responses: {
        200: { description: 'Received whole.', content: { 'application/json': { schema: { type: 'object' } } } },
      },
    },
  },
  '/imports/{importId}/refused-rows.csv': {
    get: {
      operationId: 'downloadRefusedRows',
      summary: 'Refused rows as CSV',
      description: 'The first 100,000. Leaving the system they are a disclosure, which is logged.',
      tags: ['sync'],
      parameters: [inPath('importId')],
      responses: { 200: { description: 'Line, column, value and reason.', content: { 'text/csv': { schema: text } } } },
    },
  },
};
