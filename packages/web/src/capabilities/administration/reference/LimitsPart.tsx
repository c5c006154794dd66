import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../platform/api.ts';
import { inDigits } from '../../../platform/digits.ts';
import { useSession } from '../../../platform/session.ts';
import { useText } from '../../../platform/text.ts';
import { Loaded } from '../forms/Loaded.tsx';
import { LimitsForm } from './LimitsForm.tsx';
import { useReferenceWords } from './words.ts';

type ReferenceLists = Awaited<ReturnType<typeof api.administration.listReference>>;

/** The limits of a force, priority by priority, and those that single types have for themselves. */
export function LimitsPart() {
  const read = useQuery({
    queryKey: ['administration', 'reference-lists'],
    queryFn: () => api.administration.listReference(),
  });
  return <Loaded query={read}>{(lists) => <Limits lists={lists} />}</Loaded>;
}

function Limits({ lists }: { lists: ReferenceLists }) {
  const { say } = useReferenceWords();
  const { name } = useText();
  const { session } = useSession();
  const forces = session.units.filter((unit) => unit.kind === 'force');
  const [forceId, setForceId] = useState(forces[0]?.unitId ?? null);
  const [renewed, setRenewed] = useState<number | null>(null);
  if (forceId === null) return <p className="adm-state">{say('none')}</p>;
  const own = lists.limits.filter((limit) => limit.forceId === forceId);
  const ofTypes = own.flatMap((limit) => {
    const type = lists.types.find((one) => one.typeId === limit.typeId);
    return type ? [{ limit, type }] : [];
  });
  return (
    <>
      {forces.length > 1 && (
        <NativeSelect
          className="ref-force"
          label={say('force')}
          data={forces.map((force) => ({ value: String(force.unitId), label: name(force) }))}
          value={String(forceId)}
          onChange={(event) => {
            setForceId(Number(event.currentTarget.value));
            setRenewed(null);
          }}
        />
      )}
      <LimitsForm key={forceId} forceId={forceId} own={own} saved={setRenewed} />
      {renewed !== null && (
        <p role="status" className="adm-hint">
          {say('limitsSaved', { n: inDigits(renewed) })}
        </p>
      )}
      {ofTypes.length > 0 && (
        <>
          <h2 className="ref-own">{say('ownLimits')}</h2>
          <ul className="ref-own-limits">
            {ofTypes.map(({ limit, type }) => (
              <li key={`${limit.priority}:${type.typeId}`}>
                <bdi>{name(type)}</bdi>
                <span className="ref-priority" data-priority={limit.priority}>
                  {say(`p${limit.priority as 1 | 2 | 3 | 4}`)}
                </span>
                <span>{`${limit.responseMinutes} ${say('minutes')}`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
