import '../list/list.css';
import { Button, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useAddress } from '../../../platform/address.ts';
import { useKeys } from '../../../platform/keys/keys.ts';
import { clockFormat } from '../../../platform/locales.ts';
import { serverNow } from '../../../platform/offline/server-time.ts';
import { zoneIn } from '../../../platform/own-zone.ts';
import { localOf } from '../../../platform/room-time.ts';
import { sentenceOf } from '../../../platform/send.ts';
import { useSession } from '../../../platform/session.ts';
import { useText } from '../../../platform/text.ts';
import { ColumnsMenu } from '../list/ColumnsMenu.tsx';
import { ExportDialog } from '../list/ExportDialog.tsx';
import { FilterBar } from '../list/FilterBar.tsx';
import { ListTable } from '../list/ListTable.tsx';
import { allColumns, filtersOf, type Question, readQuestion, usualColumns, writeQuestion } from '../list/question.ts';
import { RecordAside } from '../list/RecordAside.tsx';
import { printedAt, summaryOf } from '../list/summary.ts';
import { useCells } from '../list/use-cells.ts';
import { useList } from '../list/use-list.ts';
import { useNewSince } from '../list/use-new-since.ts';
import { foundText, useListText } from '../list/words.ts';
import { useReference } from '../reference.ts';

// Below this there is no room for a record beside the list: it opens as a page.
const besidePixels = 1000;

/** Every incident the person may read, by conditions that stand in the address. */
export default function IncidentListPage() {
  const { say, language } = useListText();
  const { t } = useText();
  const { session, post } = useSession();
  const { personId } = session.person;
  const reference = useReference(personId);
  const navigate = useNavigate();
  const [question, ask] = useAddress(readQuestion, writeQuestion);
  const [exporting, setExporting] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // The zone of the first room asked for, else of the person's own unit: days begin and end there.
  const timeZone = zoneIn({ session, post }, question.units[0]);
  // What is read, said and taken out are of one day: past midnight all three are of the next.
  const today = localOf(serverNow(), timeZone).slice(0, 10);
  // Of the address only what changes the answer: opening a record reads nothing anew.
  const conditions = writeQuestion({ ...question, open: '', columns: allColumns, words: '' }).toString();
  const filters = useMemo(
    () => (reference ? filtersOf(readQuestion(new URLSearchParams(conditions)), reference, timeZone, today) : {}),
    [conditions, reference, timeZone, today],
  );
  const { list, rows, topCursor, found } = useList(
    { filters, words: question.words, order: question.order },
    reference !== null,
  );
  const watched =
    question.words === '' && question.order === 'newest' && filters.to === undefined && !list.isPlaceholderData;
  const newCount = useNewSince(personId, filters, watched ? topCursor : null);
  const context = useCells(reference);
  // Where there is one room, each row would say the same.
  const oneRoom = session.boardRoomIds.length < 2 && question.columns === usualColumns;
  const columns = useMemo(
    () => (oneRoom ? usualColumns.filter((column) => column !== 'room') : question.columns),
    [oneRoom, question.columns],
  );
  const summary = summaryOf(question, { say, language, session, reference, today });
  const choose = (incidentId: string) => {
    if (innerWidth < besidePixels) navigate({ to: `/incidents/${incidentId}` as string });
    else ask({ ...question, open: incidentId });
  };
  const close = useCallback(() => {
    ask({ ...question, open: '' });
    document.querySelector<HTMLElement>(`.list-table [data-id="${CSS.escape(question.open)}"]`)?.focus();
  }, [ask, question]);
  useKeys(say('keysGroup'), [
    { key: 'F', label: say('keySearch'), run: () => field.current?.select() },
    ...(question.open ? [{ key: 'Escape', label: say('closeDetail'), run: close }] : []),
  ]);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const more = useMemo(
    () => (hasNextPage && !isFetchingNextPage && !isFetchNextPageError ? () => void fetchNextPage() : null),
    [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage],
  );
  const failed = list.isError && sentenceOf(list.error, language, say(rows.length > 0 ? 'stale' : 'failed'));
  const clock = clockFormat(language, timeZone, 'short');
  return (
    <main className={question.open ? 'list-page has-record' : 'list-page'}>
      <section className="list-part" aria-label={say('title')}>
        <div className="list-head">
          <h1>{say('title')}</h1>
          <span className="list-count" role="status">
            {list.isFetching && !isFetchingNextPage ? say('loading') : found && foundText(found, language)}
          </span>
          {newCount > 0 && (
            <button type="button" className="chip list-new" onClick={() => list.refetch()}>
              {/* Each page is read again from its own place: what is new comes before the first. */}
              <bdi>+{newCount}</bdi> {say('newSince')} <bdi>{clock.format(list.dataUpdatedAt)}</bdi> · {say('showNew')}
            </button>
          )}
          {question.words !== '' && <span className="list-hint">{say('searchLogged')}</span>}
          <span className="grow" />
          <NativeSelect
            size="xs"
            aria-label={say('order')}
            value={question.order}
            onChange={(event) => ask({ ...question, order: event.currentTarget.value as Question['order'] })}
            data={[
              { value: 'newest', label: say('newest') },
              { value: 'oldest', label: say('oldest') },
            ]}
          />
          <ColumnsMenu question={question} ask={ask} />
          <Button variant="default" size="xs" onClick={() => print()}>
            {say('print')}
          </Button>
          {session.actions.includes('incident.export') && (
            <Button variant="default" size="xs" onClick={() => setExporting(true)} disabled={rows.length === 0}>
              {say('export')}
            </Button>
          )}
        </div>
        <p className="list-summary">
          {[summary, printedAt({ language, say, timeZone, now: serverNow() })].filter(Boolean).join(' · ')}
        </p>
        <FilterBar question={question} reference={reference} field={field} ask={ask} />
        {failed && (
          <p role="alert" className="list-problem">
            {failed}{' '}
            <Button
              variant="default"
              size="xs"
              onClick={() => (isFetchNextPageError ? fetchNextPage() : list.refetch())}
            >
              {t('again')}
            </Button>
          </p>
        )}
        {list.isSuccess && rows.length === 0 && (
          <div className="list-none">
            <p>{say('none')}</p>
            <p className="sub">{say('noneHint')}</p>
          </div>
        )}
        {rows.length > 0 && (
          <ListTable
            key={`${conditions}|${question.words}`}
            rows={rows}
            columns={columns}
            context={context}
            open={question.open}
            choose={choose}
            more={more}
          />
        )}
      </section>
      {exporting && (
        <ExportDialog
          filters={filters}
          words={question.words}
          order={question.order}
          columns={columns}
          summary={summary}
          count={found ? foundText(found, language) : ''}
          close={() => setExporting(false)}
        />
      )}
      {question.open && <RecordAside key={question.open} incidentId={question.open} close={close} />}
    </main>
  );
}
