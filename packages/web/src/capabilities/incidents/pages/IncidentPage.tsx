import { Link, useParams } from '@tanstack/react-router';
import { useText } from '../../../platform/text.ts';
import { Detail } from '../Detail.tsx';
import { useDetailText } from '../detail/words.ts';
import { useRecord } from '../use-record.ts';

/** An incident at its permanent address: the same record as on the board, for a link and for paper. */
export default function IncidentPage() {
  const { incidentId } = useParams({ strict: false }) as { incidentId: string };
  const { name } = useText();
  const say = useDetailText();
  const { room, record } = useRecord(incidentId);
  return (
    <main className="inc-page">
      <div className="inc-page-bar">
        <Link to={`/?incident=${incidentId}${room ? `&room=${room.unitId}` : ''}` as string}>{say('back')}</Link>
        {room && <span className="sub">{name(room)}</span>}
        <span className="grow" />
        <button type="button" className="chip" onClick={() => print()}>
          {say('print')}
        </button>
      </div>
      <h1 className="unseen">{say('openPage')}</h1>
      <Detail {...record} onPage />
    </main>
  );
}
