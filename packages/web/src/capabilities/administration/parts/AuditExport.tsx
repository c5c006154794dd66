import { Button, Modal, TextInput } from '@mantine/core';
import type { AuditFilters } from '@marsad/contract/administration/list-audit-entries.ts';
import type { FormEvent } from 'react';
import { api } from '../../../platform/api.ts';
import { saveFile } from '../../../platform/charts/save.ts';
import { useAuditWords } from '../audit-words.ts';
import { useAction } from '../use-action.ts';

/** Asks to whom and why, has that logged, and hands the file over. */
export function AuditExport({ filters, close }: { filters: AuditFilters; close(): void }) {
  const { say } = useAuditWords();
  const { busy, problem, run } = useAction(say('failed'));
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string): string => String(form.get(name) ?? '');
    const done = await run(async () => {
      const { csv } = await api.administration.exportAuditEntries({
        ...filters,
        recipient: field('recipient'),
        reason: field('reason'),
      });
      saveFile('audit-log.csv', new Blob([csv], { type: 'text/csv;charset=utf-8' }));
    });
    if (done) close();
  };
  return (
    // Put together by hand: the library's own heading is a page's banner to a screen reader.
    <Modal.Root opened onClose={close} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body p="md">
          <form className="audit-export" onSubmit={submit}>
            <Modal.Title fw={650}>{say('exportTitle')}</Modal.Title>
            <p className="audit-hint">{say('exportHint')}</p>
            <TextInput name="recipient" label={say('recipient')} maxLength={200} dir="auto" required data-autofocus />
            <TextInput name="reason" label={say('reason')} maxLength={500} dir="auto" required />
            {problem && <p role="alert">{problem}</p>}
            <div className="audit-buttons">
              <Button type="submit" loading={busy}>
                {say('export')}
              </Button>
              <Button variant="default" onClick={close}>
                {say('cancel')}
              </Button>
            </div>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
