import { useEffect, useRef } from 'react';
import { Detail } from '../Detail.tsx';
import { useRecord } from '../use-record.ts';
import { useListText } from './words.ts';

/** The chosen incident beside the list: the same record as on the board. */
export function RecordAside({ incidentId, close }: { incidentId: string; close(): void }) {
  const { say } = useListText();
  const { record } = useRecord(incidentId);
  const aside = useRef<HTMLElement>(null);
  useEffect(() => aside.current?.focus(), []);
  return (
    <section className="detail list-record" aria-label={say('detail')} tabIndex={-1} ref={aside}>
      <button type="button" className="chip list-close" onClick={close}>
        {say('closeDetail')} <kbd>Esc</kbd>
      </button>
      <Detail {...record} />
    </section>
  );
}
