import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { IconLock } from '@tabler/icons-react';
import { inDigits } from '../../../platform/digits.ts';
import type { Panel } from './panels.ts';
import { type DetailWord, useDetailText } from './words.ts';

interface Props {
  detail: IncidentDetail;
  open: Panel | null;
  toggle(panel: Panel): void;
}

/** What else the record holds, with how much of each; people are counted for everybody and shown to few. */
export function PartsRow({ detail, open, toggle }: Props) {
  const say = useDetailText();
  const parts: [Panel & DetailWord, number | null][] = [
    ['people', detail.peopleCount + detail.vehicleCount],
    ['calls', detail.calls.length],
    ['links', detail.links.length],
    ['files', detail.attachments.length],
    ['clocks', null],
    ['history', null],
  ];
  return (
    <section className="inc-parts" aria-label={say('parts')}>
      {parts.map(([panel, count]) => (
        <button key={panel} type="button" aria-expanded={open === panel} onClick={() => toggle(panel)}>
          {panel === 'people' && <IconLock size={13} stroke={1.8} aria-hidden />}
          {say(panel)}
          {count !== null && count > 0 && (
            <b>
              <bdi>{inDigits(count)}</bdi>
            </b>
          )}
        </button>
      ))}
    </section>
  );
}
