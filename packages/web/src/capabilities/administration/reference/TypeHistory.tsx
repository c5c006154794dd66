import type { KeptType } from '@marsad/contract/administration/reference/get-reference.ts';
import { api } from '../../../platform/api.ts';
import { inDigits } from '../../../platform/digits.ts';
import { History } from '../forms/History.tsx';
import { useReferenceWords } from './words.ts';

/** What was changed of an incident type. */
export function TypeHistory({ type: { typeId } }: { type: KeptType }) {
  const { say } = useReferenceWords();
  const textOf = (field: string, value: unknown): string => {
    if (field === 'active') return say(value ? 'inUse' : 'out');
    if (field === 'attempted')
      return say(value === null ? 'attempt_none' : value ? 'attempt_attempted' : 'attempt_completed');
    if (field === 'origin') return say(value === 'reported' ? 'origin_reported' : 'origin_police_initiated');
    if (field === 'requiredFields')
      return (value as ('narrative' | 'position' | 'occurred')[]).map((one) => say(`field_${one}`)).join(' · ') || '–';
    if (field === 'priority') return inDigits(Number(value));
    if (Array.isArray(value)) return value.join(' · ') || '–';
    return value === null || value === '' ? '–' : String(value);
  };
  return (
    <History record={['type', typeId]} read={() => api.administration.listTypeChanges({ typeId })} textOf={textOf} />
  );
}
