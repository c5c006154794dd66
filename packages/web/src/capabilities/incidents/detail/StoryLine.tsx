import type { TimelineEntry } from '@marsad/contract/incidents/incident.ts';
import { clockIn } from '@marsad/contract/incidents/incident-words.ts';
import type { ReactNode } from 'react';
import { useText } from '../../../platform/text.ts';
import type { Reference } from '../reference.ts';
import { type StatusWord, statusIn } from '../statuses.ts';
import type { RecordClock } from './record-clock.ts';
import { type StoryWord, useStoryText } from './story-words.ts';
import { type Channel, useDetailText, wordOfField, wordOfPriority } from './words.ts';

interface Props {
  entry: TimelineEntry;
  reference: Reference | null;
  clock: RecordClock;
}

interface Change<Value> {
  from: Value;
  to: Value;
}

/** One entry of the story in words. */
export function StoryLine({ entry, reference, clock }: Props) {
  const { t, name, language } = useText();
  const say = useDetailText();
  const tell = useStoryText();
  const data = entry.data as Record<string, string | undefined>;
  const text = entry.text ? <bdi>{entry.text}</bdi> : null;
  const at = (instant: string | undefined): ReactNode => instant && <bdi>{clock.format(new Date(instant))}</bdi>;
  const quoted = (before: ReactNode): ReactNode => (
    <>
      {before}
      {text && ': '}
      {text}
    </>
  );
  switch (entry.kind) {
    case 'assignment':
      return (
        <>
          <b>
            <bdi>{data.callSign}</bdi>
          </b>{' '}
          {statusIn(language, data.status as StatusWord)}
          {text && ' · '}
          {text}
        </>
      );
    case 'status': {
      const ending = reference?.dispositions.find((one) => one.code === data.disposition);
      return (
        <>
          {statusIn(language, data.to as StatusWord)}
          {data.due && ` · ${tell('dueNow')}`}
          {ending && ` · ${name(ending)}`}
          {data.until && ' · '}
          {at(data.until)}
          {text && ' · '}
          {text}
        </>
      );
    }
    case 'regrade':
      return <Regrade entry={entry} reference={reference} />;
    case 'correction': {
      const fields = (entry.data.fields as string[] | undefined) ?? [];
      const words = [...new Set(fields.map((field) => wordOfField(field)).filter((word) => word !== undefined))];
      return quoted(
        <>
          {tell('corrected')} {words.map((word) => say(word)).join(language === 'ar' ? '، ' : ', ')}
        </>,
      );
    }
    case 'clock':
      return (
        <>
          {tell(data.was ? 'clockCorrected' : 'clockTold')}{' '}
          {data.callSign && (
            <b>
              <bdi>{data.callSign}</bdi>{' '}
            </b>
          )}
          {clockIn(language, data.clock ?? '')} {at(data.at)}
          {text && ': '}
          {text}
          {data.was && (
            <span className="inc-was">
              {' '}
              {tell('was')} {at(data.was)}
            </span>
          )}
        </>
      );
    case 'lead':
      return (
        <>
          <b>
            <bdi>{data.callSign}</bdi>
          </b>{' '}
          {tell('leads')}
        </>
      );
    case 'involved': {
      const done = `${data.done?.charAt(0).toUpperCase()}${data.done?.slice(1)}`;
      return tell(`${data.what}${done}` as StoryWord);
    }
    case 'break_glass':
      return quoted(
        <>
          {tell('glass')} {at(data.until)}
        </>,
      );
    case 'call':
      return quoted(`${tell('callJoined')} (${say((data.channel ?? 'telephone') as Channel)})`);
    case 'link':
      return quoted(
        <>
          {tell(data.done as StoryWord)} <bdi>{data.number}</bdi>
        </>,
      );
    case 'merge': {
      const done = { into: 'mergedInto', from: 'mergedFrom', undone: 'mergeUndone' } as const;
      const units = entry.data.units as string[] | undefined;
      return quoted(
        <>
          {tell(done[data.done as keyof typeof done])} <bdi>{data.number}</bdi>
          {units && (
            <>
              {' '}
              {tell('unitsMoved')} <bdi>{units.join(', ')}</bdi>
            </>
          )}
        </>,
      );
    }
    case 'attachment':
      if (data.withdrawn) return quoted(tell('attachmentWithdrawn'));
      return (
        <>
          {tell('attached')} {text}
        </>
      );
    default:
      return text ?? t('logged');
  }
}

/** "Priority raised to immediate: the caller hears glass. was prompt" */
function Regrade({ entry, reference }: Omit<Props, 'clock'>) {
  const { name } = useText();
  const say = useDetailText();
  const tell = useStoryText();
  const { priority, typeCode } = entry.data as { priority?: Change<number>; typeCode?: Change<string> };
  const typeName = (code: string): string => {
    const type = reference?.types.find((one) => one.code === code);
    return type ? name(type) : code;
  };
  const was = [
    ...(priority ? [say(wordOfPriority(priority.from))] : []),
    ...(typeCode ? [typeName(typeCode.from)] : []),
  ];
  return (
    <>
      {priority && (
        <>
          {tell(priority.to < priority.from ? 'raised' : 'lowered')} <b>{say(wordOfPriority(priority.to))}</b>
        </>
      )}
      {priority && typeCode && ' · '}
      {typeCode && (
        <>
          {tell('typeBecame')} <b>{typeName(typeCode.to)}</b>
        </>
      )}
      {entry.text && (
        <>
          : <bdi>{entry.text}</bdi>
        </>
      )}{' '}
      <span className="inc-was">
        {tell('was')} {was.join(' · ')}
      </span>
    </>
  );
}
