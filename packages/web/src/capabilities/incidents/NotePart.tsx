import { type FormEvent, useRef } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { outbox } from '../../platform/offline/outbox.ts';
import { useDraft } from '../../platform/offline/use-draft.ts';
import { useSend } from '../../platform/send.ts';
import { useText } from '../../platform/text.ts';

/** A line for the story. What was typed stays until the server has it, through a reload too; sent again, it is the same note. */
export function NotePart({ incidentId, personId }: { incidentId: string; personId: string }) {
  const { t } = useText();
  const { busy, problem, send } = useSend();
  const draft = useDraft(`note:${incidentId}`, personId, { text: '' });
  const { text } = draft.value;
  const ids = useRef<{ text: string; commandId: string; entryId: string } | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim() || busy) return;
    if (ids.current?.text !== text) ids.current = { text, commandId: uuidv7(), entryId: uuidv7() };
    const { commandId, entryId } = ids.current;
    if (!(await send(() => outbox.perform('addNote', { commandId, entryId, incidentId, text })))) return;
    draft.change({ text: '' });
    draft.drop();
  };
  return (
    <form className="note" onSubmit={submit}>
      <input
        name="note"
        aria-label={t('note')}
        placeholder={t('note')}
        value={text}
        maxLength={4000}
        dir="auto"
        onChange={(event) => draft.change({ text: event.target.value })}
      />
      <button type="submit" className="chip" disabled={busy || !text.trim()}>
        {t('add')}
      </button>
      {problem && <p role="alert">{problem}</p>}
    </form>
  );
}
