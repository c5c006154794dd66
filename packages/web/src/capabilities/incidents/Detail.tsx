import './detail/detail.css';
import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { BoardIncident, IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { isIncidentOver } from '@marsad/contract/incidents/incident-moves.ts';
import { useRef, useState } from 'react';
import { clockFormat } from '../../platform/locales.ts';
import type { Waiting } from '../../platform/offline/database.ts';
import { useReachable } from '../../platform/offline/link.ts';
import { useText } from '../../platform/text.ts';
import { usePrinting } from '../../platform/use-printing.ts';
import { AssignmentsPart } from './AssignmentsPart.tsx';
import { ActionRow } from './detail/ActionRow.tsx';
import { ClockTrack } from './detail/ClockTrack.tsx';
import { detailOf } from './detail/detail-of.ts';
import { Head } from './detail/Head.tsx';
import { OpenPanel } from './detail/OpenPanel.tsx';
import { PartsRow } from './detail/PartsRow.tsx';
import type { Panel } from './detail/panels.ts';
import { recordClock } from './detail/record-clock.ts';
import { Story } from './detail/Story.tsx';
import { useDetailText } from './detail/words.ts';
import { LifecyclePart } from './LifecyclePart.tsx';
import { NotePart } from './NotePart.tsx';
import { type Reference, useReference } from './reference.ts';
import { useDetail } from './use-detail.ts';
import { WaitingPart } from './WaitingPart.tsx';

interface Props {
  incidentId: string;
  /** The version the board knows: a new one on the stream is the reason to read again. */
  version: number;
  /** What the board knows of it: all there is where there is no link and it was never read here. */
  row?: BoardIncident | undefined;
  personId: string;
  /** The room's: its screens show its own time. */
  timeZone: string;
  title(typeId: number): string;
  /** Units of the room that work on nothing now. */
  free: readonly BoardUnit[];
  may(action: string): boolean;
  dispositions: Reference['dispositions'];
  /** What of this incident still waits for the link. */
  waiting: readonly Waiting[];
  /** Whether this is the incident's own page. */
  onPage?: boolean;
  /** Whether the board stands around it, with keys of its own. */
  onBoard?: boolean;
}

// What nobody can judge who has not read the record.
const unreadActions: readonly string[] = ['incident.correct', 'incident.link'];

// People and vehicles do not go to paper: a sheet left on a desk logs no reader.
const onPaper: readonly Panel[] = ['clocks', 'calls', 'links', 'files'];

/** The chosen incident: what and where, its clocks, what can be done, who is sent, its story. */
export function Detail(props: Props) {
  const { incidentId, version, personId, row } = props;
  const { t } = useText();
  const say = useDetailText();
  const { detail, absent, unread } = useDetail(incidentId, version, personId);
  const reachable = useReachable();
  if (absent && !detail) return <p className="state">{t('incidentAbsent')}</p>;
  if (!detail && unread && row) return <Article key={`row:${incidentId}`} {...props} detail={detailOf(row)} rowAlone />;
  if (!detail) return <p className="state">{unread ? say('notKept') : t('loading')}</p>;
  // Without a link the board counts what was done here as done; so does the record.
  const stands = !reachable && row && row.version >= detail.version ? { ...detail, ...row } : detail;
  // Another incident is another article: no open form, and nothing restricted, is carried over.
  return <Article key={incidentId} {...props} detail={stands} />;
}

interface ArticleProps extends Props {
  detail: IncidentDetail;
  /** Only what a row of the board tells is known: no story, and nothing that could be corrected. */
  rowAlone?: boolean;
}

function Article(props: ArticleProps) {
  const {
    incidentId,
    personId,
    timeZone,
    title,
    free,
    may,
    dispositions,
    waiting,
    detail,
    onPage = false,
    onBoard = false,
    rowAlone = false,
  } = props;
  const say = useDetailText();
  const { language } = useText();
  const reference = useReference(personId);
  const printing = usePrinting();
  const [open, setOpen] = useState<Panel | null>(null);
  const article = useRef<HTMLElement>(null);
  const clock = recordClock(detail.createdAt, timeZone, language);
  const toggle = (panel: Panel) => setOpen(open === panel ? null : panel);
  const hand = (selector: string) => article.current?.querySelector<HTMLElement>(selector)?.focus();
  return (
    <article ref={article} className="inc">
      <Head detail={detail} title={title(detail.typeId)} clock={clock} onPage={onPage} />
      <ClockTrack detail={detail} clock={clock} />
      <ActionRow
        detail={detail}
        may={(action) => may(action) && !(rowAlone && unreadActions.includes(action))}
        open={open}
        toggle={toggle}
        onBoard={onBoard}
        toUnits={() => hand('.free-units button')}
        toNote={() => hand('input[name=note]')}
      />
      {rowAlone ? (
        <p className="inc-panel inc-hint">{say('onlyBoard')}</p>
      ) : (
        <PartsRow detail={detail} open={open} toggle={toggle} />
      )}
      {(printing ? onPaper : [open]).map((panel) => (
        <OpenPanel
          key={panel}
          open={panel}
          detail={detail}
          personId={personId}
          timeZone={timeZone}
          clock={clock}
          reference={reference}
          title={title}
          may={may}
          close={() => setOpen(null)}
        />
      ))}
      <AssignmentsPart
        incidentId={incidentId}
        assignments={detail.assignments}
        free={free}
        mayDispatch={may('incident.dispatch') && !isIncidentOver(detail.status)}
        mayCorrect={may('incident.correct')}
      />
      {may('incident.close') && <LifecyclePart key={incidentId} detail={detail} dispositions={dispositions} />}
      {!rowAlone && <Story incidentId={incidentId} detail={detail} reference={reference} clock={clock} />}
      <WaitingPart waiting={waiting} clock={clock} version={detail.version} />
      {may('incident.note') && <NotePart key={incidentId} incidentId={incidentId} personId={personId} />}
    </article>
  );
}
