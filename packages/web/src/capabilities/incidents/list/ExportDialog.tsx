import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import type { IncidentFilters } from '@marsad/contract/incidents/incident-filters.ts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { saveFile } from '../../../platform/charts/save.ts';
import { numberLocaleOf } from '../../../platform/locales.ts';
import type { Column } from './question.ts';
import { Refused, takeFile } from './take-file.ts';
import { useListText } from './words.ts';

interface Props {
  filters: IncidentFilters;
  words: string;
  order: 'newest' | 'oldest';
  /** Those that the list shows. */
  columns: readonly Column[];
  /** The conditions in words, and how many fit: what is about to leave. */
  summary: string;
  count: string;
  close(): void;
}

/** Asks to whom and why, has that logged, and hands the file over as it comes. */
export function ExportDialog({ filters, words, order, columns, summary, count, close }: Props) {
  const { say, language } = useListText();
  const [problem, setProblem] = useState<string | null>(null);
  const [bytes, setBytes] = useState<number | null>(null);
  const abort = useRef<AbortController | null>(null);
  // Who closes it wants no file any more.
  useEffect(() => () => abort.current?.abort(), []);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (bytes !== null) return;
    const form = new FormData(event.currentTarget);
    const field = (name: string): string => String(form.get(name) ?? '').trim();
    const format = field('format') === 'csv' ? 'csv' : 'xlsx';
    const request = {
      ...filters,
      ...(words && { words }),
      order,
      ...(field('columns') !== 'all' && { columns: [...columns] }),
      format,
      recipient: field('recipient'),
      reason: field('reason'),
    } as const;
    const controller = new AbortController();
    abort.current = controller;
    setProblem(null);
    setBytes(0);
    try {
      const file = await takeFile(request, language, controller.signal, setBytes);
      saveFile(file.name, file.content);
      close();
    } catch (error) {
      if (!controller.signal.aborted) setProblem(error instanceof Refused ? error.message : say('exportFailed'));
    } finally {
      setBytes(null);
    }
  };
  const megabytes = new Intl.NumberFormat(numberLocaleOf(language), {
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
  });
  return (
    // Put together by hand: the library's own heading is a page's banner to a screen reader.
    <Modal.Root opened onClose={close} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body p="md">
          <form className="list-export" onSubmit={submit}>
            <Modal.Title fw={650}>{say('exportTitle')}</Modal.Title>
            <p>
              {count && <b>{count}</b>} <span className="sub">{summary}</span>
            </p>
            <p className="list-hint">{say('exportHint')}</p>
            <NativeSelect
              name="format"
              label={say('format')}
              data={[
                { value: 'xlsx', label: say('formatXlsx') },
                { value: 'csv', label: say('formatCsv') },
              ]}
            />
            <NativeSelect
              name="columns"
              label={say('columns')}
              data={[
                { value: 'shown', label: say('columnsShown') },
                { value: 'all', label: say('columnsAll') },
              ]}
            />
            <TextInput name="recipient" label={say('recipient')} maxLength={200} dir="auto" required data-autofocus />
            <TextInput name="reason" label={say('reason')} maxLength={500} dir="auto" required />
            {problem && <p role="alert">{problem}</p>}
            <div className="list-buttons">
              <Button type="submit" loading={bytes !== null}>
                {say('export')}
              </Button>
              <Button variant="default" onClick={close}>
                {say(bytes === null ? 'leave' : 'stop')}
              </Button>
              <span role="status" className="list-hint">
                {bytes !== null && (
                  <>
                    {say('receiving')} <bdi>{megabytes.format(bytes / 1_000_000)} MB</bdi>
                  </>
                )}
              </span>
            </div>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
