import type { IncidentFilters } from '@marsad/contract/incidents/incident-filters.ts';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { api } from '../../../platform/api.ts';

const pageRows = 100;

export interface ListQuestion {
  filters: IncidentFilters;
  words: string;
  order: 'newest' | 'oldest';
}

/** The rows of a list, page after page, and how many there are. */
export function useList({ filters, words, order }: ListQuestion, ready: boolean) {
  const list = useInfiniteQuery({
    queryKey: ['incident-list', filters, words, order],
    enabled: ready,
    queryFn: async ({ pageParam, signal }) => {
      const asked = { ...filters, order, limit: pageRows, ...(pageParam && { cursor: pageParam }) };
      return words === ''
        ? { ...(await api.incidents.listIncidents(asked, { signal })), found: null }
        : await api.incidents.searchIncidents({ ...asked, words }, { signal });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    // The server may be reached where the internet is not.
    networkMode: 'always',
    // Nothing moves under a hand: what is new is told, and comes when it is asked for. A search is logged each time, too.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const count = useQuery({
    queryKey: ['incident-count', filters, list.dataUpdatedAt],
    enabled: ready && words === '' && list.isSuccess && !list.isPlaceholderData,
    queryFn: ({ signal }) => api.incidents.countIncidents(filters, { signal }),
    placeholderData: keepPreviousData,
    networkMode: 'always',
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
  // What failed to arrive takes nothing away of what did before.
  const last = useRef(list.data);
  if (list.data) last.current = list.data;
  const pages = (list.data ?? last.current)?.pages ?? [];
  const rows = useMemo(() => pages.flatMap((page) => page.items), [pages]);
  const [first] = pages;
  return { list, rows, topCursor: first?.topCursor ?? null, found: words === '' ? count.data : first?.found };
}
