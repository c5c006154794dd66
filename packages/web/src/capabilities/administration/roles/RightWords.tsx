import type { Right } from '@marsad/contract/administration/rights.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../platform/api.ts';
import { useText } from '../../../platform/text.ts';
import { isAboutIncidents } from './rights.ts';
import { useRoleWords } from './words.ts';

/** Incident types by code, in the person's language; a code that is none is told as it stands. */
export function useTypeNames(): { nameOf(code: string): string; all: { value: string; label: string }[] } {
  const { name } = useText();
  const { data } = useQuery({
    queryKey: ['administration', 'reference'],
    queryFn: () => api.administration.listReference(),
  });
  return useMemo(() => {
    const all = (data?.types ?? []).map((type) => ({ value: type.code, label: name(type) }));
    const names = new Map(all.map((type) => [type.value, type.label]));
    return { all, nameOf: (code) => names.get(code) ?? code };
  }, [data, name]);
}

/** Where a right holds, for which incidents, for whose records; what does not narrow it is left out. */
export function useRightWords(): (right: Right) => string[] {
  const { say } = useRoleWords();
  const { nameOf } = useTypeNames();
  return (right) => [
    say(`area_${right.area}`),
    ...(isAboutIncidents(right.action) && right.types !== 'all'
      ? [right.types === 'post' ? say('types_post') : right.types.map(nameOf).join(' + ')]
      : []),
    ...(right.own ? [say('whose_own')] : []),
  ];
}
