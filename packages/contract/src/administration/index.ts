import { getSession } from './get-session.ts';
import { listReference } from './list-reference.ts';

export const administration = { getSession, listReference };
