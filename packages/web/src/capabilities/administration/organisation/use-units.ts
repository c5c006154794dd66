import type { TreeUnit } from '@marsad/contract/administration/units/unit-view.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../platform/api.ts';
import { useSession } from '../../../platform/session.ts';

/** A unit with its history, as the server tells it. */
export type UnitRead = Awaited<ReturnType<typeof api.administration.getUnit>>;

/** The tree that the person administers. */
export function useUnits() {
  return useQuery({ queryKey: ['administration', 'units'], queryFn: () => api.administration.listUnits() });
}

/** One unit; nothing is asked while there is none. */
export function useUnit(unitId: number | null) {
  return useQuery({
    queryKey: ['administration', 'unit', unitId],
    queryFn: () => api.administration.getUnit({ unitId: unitId ?? 0 }),
    enabled: unitId !== null,
  });
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
