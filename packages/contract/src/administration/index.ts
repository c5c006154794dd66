import { getMapAreas } from './get-map-areas.ts';
import { getSession } from './get-session.ts';
import { listReference } from './list-reference.ts';

export const administration = { getMapAreas, getSession, listReference };
