import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { useText } from '../../../platform/text.ts';
import { duration, waitsFrom } from '../lateness.ts';
import type { RecordClock } from './record-clock.ts';
import { stepsOf } from './steps.ts';
import { useDetailText } from './words.ts';

/** The clocks of an incident as a track: reached, next with its limit, to come. */
export function ClockTrack({ detail, clock }: { detail: IncidentDetail; clock: RecordClock }) {
  const { language } = useText();
  const say = useDetailText();
  const show = (at: string) => <bdi>{clock.format(new Date(at))}</bdi>;
  return (
    <ol className="inc-track" aria-label={say('track')}>
      {stepsOf(detail).map(({ word, at, due, state, wrong }) => (
        <li key={word} className={wrong ? 'is-wrong' : `is-${state}`}>
          <span className="inc-step">{say(word)}</span>
          {at && <span className="inc-at">{show(at)}</span>}
          {due && state !== 'passed' && (
            <span className="inc-at">
              {say('due')} <bdi>{clock.minutes(new Date(due))}</bdi>
            </span>
          )}
          {wrong && <span className="inc-since">{say('impossible')}</span>}
          {at && !wrong && (
            <span className="inc-since">
              <bdi>{duration(Date.parse(at) - Date.parse(waitsFrom(detail)), language)}</bdi>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
