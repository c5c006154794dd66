import { getBoard } from './get-board.ts';
import { getIncident } from './get-incident.ts';
import { logIncident } from './log-incident.ts';

export const incidents = { logIncident, getBoard, getIncident };
