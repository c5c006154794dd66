// What of sign-in is reachable, and nothing else: the library's other endpoints answer 404. Around each of these stand
// lock-out and audit log.
import { ORPCError } from '@orpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Clock } from '../clock/clock.ts';
import { languageOf } from '../http/language.ts';
import { problemOf } from '../http/problem.ts';
import { unexpected } from '../http/unexpected.ts';
import { refuse } from '../operations/refuse.ts';
import type { Access } from './access.ts';
import type { Auth } from './auth.ts';
import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  endSecondFactor,
  makeBackupCodes,
  signOut,
} from './own-account.ts';
import { createRefusalLog, type Written } from './refusal-log.ts';
import { secondStep, signIn } from './sign-in.ts';

export interface AuthService {
  auth: Auth;
  /** The runtime role's connections. */
  pool: pg.Pool;
  clock: Clock;
  origin: string;
  log(access: Access): Promise<void>;
  /** How a refusal at the door is written down. */
  refusals(address: string): Written;
}

const served = {
  'sign-in/username': signIn,
  'second-step/totp': secondStep('totp'),
  'second-step/backup-code': secondStep('backup_code'),
  'sign-out': signOut,
  'change-password': changePassword,
  'second-factor/begin': beginSecondFactor,
  'second-factor/confirm': confirmSecondFactor,
  'second-factor/end': endSecondFactor,
  'second-factor/backup-codes': makeBackupCodes,
};

interface Door {
  refuseOrigin(request: FastifyRequest): string | undefined;
  /** Whether a practice force stands here: the way in says so, before anybody is known. */
  practice(): boolean;
}

/** Mounts the ways in under `/api/auth`, all by POST; refusals are problem details as everywhere. What the door says is read by GET. */
export function mountAuth(app: FastifyInstance, options: Omit<AuthService, 'refusals'> & Door): void {
  const service = { ...options, refusals: createRefusalLog(options.clock) };
  app.get('/api/auth/door', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ practice: service.practice() }),
  );
  for (const [path, handle] of Object.entries(served)) {
    app.post(`/api/auth/${path}`, async (request: FastifyRequest, reply: FastifyReply) => {
      reply.header('cache-control', 'no-store');
      try {
        if (service.refuseOrigin(request)) refuse('FORBIDDEN', 'origin.foreign');
        return await handle(service, request, reply);
      } catch (thrown) {
        const error = thrown instanceof ORPCError ? thrown : unexpected(thrown, request.log);
        const problem = problemOf(error, languageOf(request.headers['accept-language']));
        return reply.code(error.status).type('application/problem+json').send(problem);
      }
    });
  }
}
