import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { isIncidentOver } from '@marsad/contract/incidents/incident-moves.ts';
import type { Reference } from '../reference.ts';
import { CallsPart } from './CallsPart.tsx';
import { ClocksPart } from './ClocksPart.tsx';
import { CorrectForm } from './CorrectForm.tsx';
import { FilesPart } from './FilesPart.tsx';
import { HistoryPart } from './HistoryPart.tsx';
import { LinksPart } from './LinksPart.tsx';
import { PeoplePart } from './PeoplePart.tsx';
import type { Panel } from './panels.ts';
import { RegradeForm } from './RegradeForm.tsx';
import type { RecordClock } from './record-clock.ts';
import { useDetailText } from './words.ts';

interface Props {
  open: Panel | null;
  detail: IncidentDetail;
  personId: string;
  timeZone: string;
  clock: RecordClock;
  reference: Reference | null;
  title(typeId: number): string;
  may(action: string): boolean;
  close(): void;
}

/** The part of the record that stands open, if any. */
export function OpenPanel({ open, detail, personId, timeZone, clock, reference, title, may, close }: Props) {
  const say = useDetailText();
  const { incidentId, version } = detail;
  if (open === 'regrade' || open === 'correct') {
    // Somebody closed it while the form stood open: what was typed stays in its draft.
    if (isIncidentOver(detail.status)) return <p className="inc-panel inc-hint">{say('over')}</p>;
    return open === 'regrade' ? (
      <RegradeForm detail={detail} personId={personId} reference={reference} close={close} />
    ) : (
      <CorrectForm detail={detail} personId={personId} timeZone={timeZone} close={close} />
    );
  }
  if (open === 'people') return <PeoplePart detail={detail} may={may} clock={clock} />;
  if (open === 'calls') return <CallsPart detail={detail} mayLog={may('incident.log')} clock={clock} />;
  if (open === 'links')
    return <LinksPart detail={detail} personId={personId} title={title} mayLink={may('incident.link')} />;
  if (open === 'files')
    return (
      <FilesPart
        detail={detail}
        mayAttach={may('incident.attach')}
        mayWithdraw={may('incident.correct')}
        clock={clock}
      />
    );
  if (open === 'clocks')
    return (
      <ClocksPart
        detail={detail}
        personId={personId}
        timeZone={timeZone}
        mayCorrect={may('incident.correct')}
        clock={clock}
      />
    );
  if (open === 'history')
    return <HistoryPart incidentId={incidentId} version={version} reference={reference} clock={clock} />;
  return null;
}
