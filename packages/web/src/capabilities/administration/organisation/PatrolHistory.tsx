import { patrolKinds } from '@marsad/contract/administration/patrols/patrol-input.ts';
import { api } from '../../../platform/api.ts';
import { useText } from '../../../platform/text.ts';
import { History } from '../forms/History.tsx';
import { usePatrolWords } from './patrol-words.ts';
import { useNamedUnits } from './use-units.ts';
import { useOrganisationWords } from './words.ts';

/** What was changed of a patrol unit by those who administer it. */
export function PatrolHistory({ patrolUnitId }: { patrolUnitId: number }) {
  const { say } = useOrganisationWords();
  const { say: patrolWord } = usePatrolWords();
  const { name } = useText();
  const named = useNamedUnits();
  const textOf = (field: string, value: unknown): string => {
    if (field === 'active') return value ? patrolWord('active') : say('outOfUse');
    if (field === 'kind') return patrolWord(`kind_${patrolKinds.find((kind) => kind === value) ?? 'other'}`);
    const home = field === 'homeId' ? named.get(Number(value)) : undefined;
    return home ? name(home) : value === null ? '–' : String(value);
  };
  const read = () => api.administration.listPatrolUnitChanges({ patrolUnitId });
  return <History record={['patrol_unit', patrolUnitId]} read={read} textOf={textOf} />;
}
