import type { MeasureFilters } from '@marsad/contract/analysis/measure.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useAddress } from '../../platform/address.ts';
import { api } from '../../platform/api.ts';
import { type Session, useSession } from '../../platform/session.ts';
import { readFilters, writeFilters } from './overview-filters.ts';

export type Overview = Awaited<ReturnType<typeof api.analysis.getOverview>>;
export type Measured = Overview['weeks'];
export type Reference = Awaited<ReturnType<typeof api.administration.listReference>>;

const write = (filters: MeasureFilters): URLSearchParams => new URLSearchParams(writeFilters(filters));

/** The filters of the page's address. Choosing writes a new address, so that Back undoes it. */
export function useFilters(today: string) {
  const read = useCallback((search: URLSearchParams) => readFilters(search.toString(), today), [today]);
  return useAddress(read, write);
}

/** The lists the page speaks with, fetched once beside the figures. */
export function useLists(): { session: Session; reference: Reference | null } {
  const { session } = useSession();
  const [reference, setReference] = useState<Reference | null>(null);
  useEffect(() => {
    api.administration.listReference().then(setReference, () => {});
  }, []);
  return { session, reference };
}

export interface OverviewState {
  overview: Overview | null;
  loading: boolean;
  /** Why the figures could not be counted; null where they were. */
  problem: unknown;
  again(): void;
}

/** The figures for filters. The last ones stay while the next are counted; an answer that was overtaken is dropped. */
export function useOverview(filters: MeasureFilters): OverviewState {
  const [overview, setOverview] = useState<Overview | null>(null);
  const [loading, setLoading] = useState(true);
  const [problem, setProblem] = useState<unknown>(null);
  const asked = useRef(0);
  const load = useCallback(() => {
    asked.current += 1;
    const mine = asked.current;
    setLoading(true);
    setProblem(null);
    api.analysis
      .getOverview({ filters })
      .then((answer) => mine === asked.current && setOverview(answer))
      .catch((error: unknown) => mine === asked.current && setProblem(error))
      .finally(() => mine === asked.current && setLoading(false));
  }, [filters]);
  useEffect(load, [load]);
  return { overview, loading, problem, again: load };
}
