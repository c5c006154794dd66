import type { TreeUnit } from '@marsad/contract/administration/units/unit-view.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../platform/api.ts';
import { useSession } from '../../../platform/session.ts';

/** The tree that the person administers. */
export function useUnits() {
  return useQuery({ queryKey: ['administration', 'units'], queryFn: () => api.administration.listUnits() });
}

export type NamedUnit = Pick<TreeUnit, 'unitId' | 'code' | 'nameAr' | 'nameEn' | 'nameFr' | 'parentId' | 'kind'> & {
  ended?: boolean;
};

/** Units by id, for names: those that the person administers, else those that their session names. */
export function useNamedUnits(): ReadonlyMap<number, NamedUnit> {
  const { session } = useSession();
  const may = session.actions.includes('organisation.manage');
  const { data } = useQuery({
    queryKey: ['administration', 'units'],
    queryFn: () => api.administration.listUnits(),
    enabled: may,
  });
  return useMemo(() => {
    const known = session.units.map((unit) => ({ ...unit, kind: unit.kind as TreeUnit['kind'] }));
    return new Map<number, NamedUnit>([...known, ...(data?.units ?? [])].map((unit) => [unit.unitId, unit]));
  }, [session, data]);
}
