import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { isIncidentOver } from '@marsad/contract/incidents/incident-moves.ts';
import { Link } from '@tanstack/react-router';
import { outbox } from '../../../platform/offline/outbox.ts';
import { useSend } from '../../../platform/send.ts';
import { useText } from '../../../platform/text.ts';
import { statusIn } from '../statuses.ts';
import { LinkForm } from './LinkForm.tsx';
import { useRecordText } from './record-words.ts';
import { useDetailText } from './words.ts';

interface Props {
  detail: IncidentDetail;
  personId: string;
  title(typeId: number): string;
  mayLink: boolean;
}

/** What the incident is tied to, and the way to tie it. */
export function LinksPart({ detail, personId, title, mayLink }: Props) {
  const { language } = useText();
  const say = useDetailText();
  const tell = useRecordText();
  const { busy, problem, send } = useSend();
  const { incidentId } = detail;
  const end = (kind: string, otherId: string) =>
    send(() =>
      kind === 'parent'
        ? outbox.perform('setParent', { incidentId, parentId: null })
        : outbox.perform('unlinkIncidents', { incidentId, otherId }),
    );
  return (
    <section className="inc-panel" aria-label={say('links')}>
      {detail.links.length === 0 && <p className="inc-hint">{tell('none')}</p>}
      <ul className="inc-list">
        {detail.links.map((link) => (
          <li key={`${link.kind}:${link.incidentId}`}>
            <span className="inc-tag">{tell(link.kind)}</span>
            <Link to={`/incidents/${link.incidentId}` as string}>
              <bdi>{link.number}</bdi>
            </Link>
            <span className="grow">
              {title(link.typeId)} · <bdi>{link.placeText}</bdi> · {statusIn(language, link.status)}
            </span>
            {mayLink && (link.kind === 'related' || link.kind === 'parent') && (
              <button
                type="button"
                className="inc-quiet"
                disabled={busy}
                onClick={() => end(link.kind, link.incidentId)}
              >
                {tell(link.kind === 'parent' ? 'takeOut' : 'end')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {problem && <p role="alert">{problem}</p>}
      {mayLink && (
        <LinkForm
          key={incidentId}
          detail={detail}
          personId={personId}
          title={title}
          mayMerge={!isIncidentOver(detail.status)}
        />
      )}
    </section>
  );
}
