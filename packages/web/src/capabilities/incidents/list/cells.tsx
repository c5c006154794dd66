import { isIncidentOver } from '@marsad/contract/incidents/incident-moves.ts';
import type { ListedIncident } from '@marsad/contract/incidents/list-incidents.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Language } from '../../../platform/text.ts';
import { Glyph } from '../board/Glyph.tsx';
import { duration, usedShare, waitsFrom } from '../lateness.ts';
import { statusIn } from '../statuses.ts';
import type { Column } from './question.ts';
import type { ListWord } from './words.ts';

/** What every cell is drawn with. */
export interface CellContext {
  language: Language;
  say(word: ListWord): string;
  typeName(typeId: number): string;
  unitName(unitId: number | null): string;
  dispositionName(dispositionId: number | null): string;
  moment(row: ListedIncident): string;
  now: number;
}

/** The word at the head of a column. */
export const headOf: Record<Column, ListWord> = {
  created: 'created',
  number: 'number',
  type: 'type',
  place: 'place',
  status: 'status',
  room: 'room',
  station: 'station',
  callSigns: 'callSigns',
  queue: 'queue',
  response: 'response',
  disposition: 'disposition',
};

/** Milliseconds between two clocks; null where one is missing or they are out of order: blank, never 0. */
export function between(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const milliseconds = Date.parse(to) - Date.parse(from);
  return milliseconds < 0 ? null : milliseconds;
}

export function cellOf(column: Column, row: ListedIncident, context: CellContext): ReactNode {
  const { say } = context;
  switch (column) {
    case 'created':
      return <bdi>{context.moment(row)}</bdi>;
    case 'number':
      return (
        // To open it elsewhere; Tab walks rows, not links.
        <Link to={`/incidents/${row.incidentId}` as string} tabIndex={-1} onClick={(event) => event.preventDefault()}>
          <bdi>{row.number}</bdi>
        </Link>
      );
    case 'type':
      return (
        <>
          <Glyph priority={row.priority} /> {context.typeName(row.typeId)}
        </>
      );
    case 'place':
      return (
        <>
          <bdi>{row.placeText}</bdi> <bdi className="list-narrative">{row.narrative}</bdi>
        </>
      );
    case 'status':
      return statusIn(context.language, row.status);
    case 'room':
      return <bdi>{context.unitName(row.roomId)}</bdi>;
    case 'station':
      return <bdi>{context.unitName(row.stationId)}</bdi>;
    case 'callSigns':
      return <bdi>{row.callSigns.join(' ')}</bdi>;
    case 'queue':
      return <bdi>{durationOf(between(waitsFrom(row), row.firstDispatchedAt), context.language)}</bdi>;
    case 'response':
      return <Response row={row} now={context.now} say={say} language={context.language} />;
    case 'disposition':
      return context.dispositionName(row.dispositionId);
  }
}

/** The whole of what a narrow cell cuts off. */
export function titleOf(column: Column, row: ListedIncident, context: CellContext): string | undefined {
  if (column === 'place') return [row.placeText, row.narrative].filter(Boolean).join('\n');
  if (column === 'room') return context.unitName(row.roomId);
  if (column === 'station') return context.unitName(row.stationId);
  if (column === 'callSigns') return row.callSigns.join(' ');
  return undefined;
}

const durationOf = (milliseconds: number | null, language: Language): string =>
  milliseconds === null ? '' : duration(milliseconds, language);

/** Created to first on scene against its limit; of what still waits, how long is left or how late it is. */
function Response({
  row,
  now,
  say,
  language,
}: Pick<CellContext, 'now' | 'say' | 'language'> & { row: ListedIncident }) {
  const taken = between(waitsFrom(row), row.firstOnSceneAt);
  const late = (usedShare(row, now) ?? 0) > 1;
  if (taken !== null)
    return (
      <span className={late ? 'list-late' : undefined}>
        <bdi>{duration(taken, language)}</bdi>
        {late && <span className="list-mark"> ▲ {say('late')}</span>}
      </span>
    );
  if (row.dueAt === null || isIncidentOver(row.status) || row.status === 'resolved' || row.firstOnSceneAt !== null)
    return null;
  const left = Date.parse(row.dueAt) - now;
  return (
    <span className={left < 0 ? 'list-late' : 'list-waits'}>
      {left < 0 && <span className="list-mark">▲ </span>}
      {say(left < 0 ? 'lateBy' : 'dueIn')} <bdi>{duration(Math.abs(left), language)}</bdi>
    </span>
  );
}
