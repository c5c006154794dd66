// The routes beside the contract: what passes in bytes or as a stream. Which there are, what each is asked, and those that stand
// in no table, with the reason.
import { v7 as uuidv7 } from 'uuid';
import type { Call } from './calls.ts';
import { attachedBytes, type Target } from './things.ts';

export interface RouteCall extends Omit<Call, 'input' | 'holds'> {
  ask(target: Target): { url: string; payload?: object | Buffer; type?: string };
  /** Whether the body holds what it was aimed at. */
  holds?(body: string, target: Target): boolean;
}

const bytes = 'application/octet-stream';
const attachment = ({ incidentId }: Target, attachmentId: string) =>
  `/api/incidents/${incidentId}/attachments/${attachmentId}`;

/** By method and address as they are mounted; the stream is judged by itself, for it does not end. */
export const routeCalls: Record<string, RouteCall> = {
  'POST /api/incidents/export': {
    ask: ({ unitId, from, to }) => ({
      url: '/api/incidents/export',
      payload: { format: 'csv', unitIds: [unitId], from, to, recipient: 'x', reason: 'x' },
    }),
    holds: (body, target) => body.includes(target.incidentId),
  },
  'PUT /api/incidents/:incidentId/attachments/:attachmentId': {
    ask: (target) => ({ url: `${attachment(target, uuidv7())}?name=x.txt`, payload: attachedBytes, type: bytes }),
  },
  'GET /api/incidents/:incidentId/attachments/:attachmentId': {
    needs: ['attachment'],
    ask: (target) => ({ url: attachment(target, target.attachmentId) }),
    holds: (body) => body === attachedBytes.toString(),
  },
  'PUT /api/import-files/:fileId': {
    ask: () => ({ url: `/api/import-files/${uuidv7()}?name=x.csv`, payload: Buffer.from('a,b\n'), type: bytes }),
  },
  'GET /api/imports/:importId/refused-rows.csv': {
    make: (things, target, stranger) => things.run(target, stranger),
    ask: ({ importId }) => ({ url: `/api/imports/${importId}/refused-rows.csv` }),
    holds: (body, target) => body.includes(target.word),
  },
  'GET /api/map/streets.pmtiles': { ask: () => ({ url: '/api/map/streets.pmtiles' }) },
};

export const streamRoute = 'GET /api/stream';

/** Mounted, and in no table: why not. */
export const outside: Record<string, string> = {
  'ALL /rpc/*': 'the operations of the contract, which are rows of the table',
  'ALL /api/*': 'the same operations, for programs',
  'GET /api/auth/door': 'says before the sign-in whether a practice force stands behind it, and nothing else',
  'POST /api/auth/sign-in/username': 'the way in: nobody is anybody yet',
  'POST /api/auth/second-step/totp': 'the way in',
  'POST /api/auth/second-step/backup-code': 'the way in',
  'POST /api/auth/sign-out': 'ends one’s own session',
  'POST /api/auth/change-password': 'one’s own means of signing in, by one’s password: see sign-in.test.ts',
  'POST /api/auth/second-factor/begin': 'one’s own means of signing in: see second-factor.test.ts',
  'POST /api/auth/second-factor/confirm': 'one’s own means of signing in: see second-factor.test.ts',
  'POST /api/auth/second-factor/end': 'one’s own means of signing in: see second-factor.test.ts',
  'POST /api/auth/second-factor/backup-codes': 'one’s own means of signing in: see second-factor.test.ts',
  'GET /healthz': 'says that the server runs, and nothing else',
  'GET /readyz': 'says whether the server can work, and nothing of anybody',
  'GET /metrics': 'counts, for this machine or a token of its own: see health.test.ts',
  'GET /api/openapi.json': 'what operations there are: the contract is public',
  'GET /api/docs': 'the same as a page',
  'GET /api/docs/rapidoc.js': 'the script of that page',
  'GET /': 'the application as it was built, before anybody has signed in',
  'GET /index.html': 'the application',
};
