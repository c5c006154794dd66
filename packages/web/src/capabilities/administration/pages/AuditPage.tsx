import '../audit.css';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAddress } from '../../../platform/address.ts';
import { api } from '../../../platform/api.ts';
import { sentenceOf } from '../../../platform/send.ts';
import { filtersOf, readQuestion, writeQuestion } from '../audit-filters.ts';
import { useAuditWords } from '../audit-words.ts';
import { AuditExport } from '../parts/AuditExport.tsx';
import { AuditFilterBar } from '../parts/AuditFilterBar.tsx';
import { AuditTable } from '../parts/AuditTable.tsx';
import { ChainState } from '../parts/ChainState.tsx';
import { useMoments } from '../use-moments.ts';

const pageRows = 50;

/** The inspector's page: who did and saw what, page by page from the newest, and whether the log is whole. */
export default function AuditPage() {
  const { say, language } = useAuditWords();
  const { timeZone } = useMoments();
  const [question, ask] = useAddress(readQuestion, writeQuestion);
  const [exporting, setExporting] = useState(false);
  const filters = filtersOf(question, timeZone);
  const log = useInfiniteQuery({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam }) =>
      api.administration.listAuditEntries({ ...filters, limit: pageRows, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // Each reading is an entry of the log: it is read when somebody asks, not when a window comes to the front.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    // Asked again later it is read again: what came since belongs to the answer.
    gcTime: 0,
  });
  const entries = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <main className="office audit">
      <div className="audit-head">
        <h1>{say('title')}</h1>
        <span className="audit-hint">{say('readLogged')}</span>
        <span className="grow" />
        <Button variant="default" onClick={() => setExporting(true)}>
          {say('export')}
        </Button>
      </div>
      <ChainState />
      <AuditFilterBar key={JSON.stringify(question)} question={question} ask={ask} again={() => log.refetch()} />
      {log.isError && <p role="alert">{sentenceOf(log.error, language, say('failed'))}</p>}
      {log.isPending && <p className="audit-hint">{say('loading')}</p>}
      {log.isSuccess && entries.length === 0 && <p className="audit-hint">{say('empty')}</p>}
      {entries.length > 0 && <AuditTable entries={entries} />}
      {log.hasNextPage && (
        <Button variant="default" loading={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
          {say('more')}
        </Button>
      )}
      {exporting && <AuditExport filters={filters} close={() => setExporting(false)} />}
    </main>
  );
}
