import { attachmentTypes } from '@marsad/contract/incidents/attachment.ts';
import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { IconDownload, IconPaperclip } from '@tabler/icons-react';
import { type ChangeEvent, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api, seatHeaders } from '../../../platform/api.ts';
import { inDigits } from '../../../platform/digits.ts';
import { useReachable } from '../../../platform/offline/link.ts';
import { sentenceOf, useSend } from '../../../platform/send.ts';
import { colonIn, personIn, useText } from '../../../platform/text.ts';
import type { RecordClock } from './record-clock.ts';
import { useRecordText } from './record-words.ts';
import { WithdrawForm } from './WithdrawForm.tsx';
import { useDetailText } from './words.ts';

interface Props {
  detail: IncidentDetail;
  mayAttach: boolean;
  mayWithdraw: boolean;
  clock: RecordClock;
}
// A bad link takes its time; one that stands still for this long brings nothing any more.
const mostMilliseconds = 10 * 60_000;
const address = (incidentId: string, attachmentId: string): string =>
  `/api/incidents/${incidentId}/attachments/${attachmentId}`;

/** Size in the unit that reads best; 10^3 to a step. */
const sizeOf = (bytes: number): string =>
  inDigits(bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

/** The files of the incident: downloaded, never opened in the page. */
export function FilesPart({ detail, mayAttach, mayWithdraw, clock }: Props) {
  const { t, language } = useText();
  const say = useDetailText();
  const tell = useRecordText();
  const reachable = useReachable();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const { busy, problem: refused, send } = useSend();
  const { incidentId } = detail;
  const withdraw = (attachmentId: string, reason: string) =>
    send(() => api.incidents.withdrawAttachment({ commandId: uuidv7(), incidentId, attachmentId, reason }));
  // A file chosen again after a lost answer is the same attachment.
  const last = useRef<{ file: string; attachmentId: string } | null>(null);
  const idOf = ({ name, size, lastModified }: File): string => {
    const file = `${name} ${size} ${lastModified}`;
    if (last.current?.file !== file) last.current = { file, attachmentId: uuidv7() };
    return last.current.attachmentId;
  };
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (!file) return;
    setSending(file.name);
    setProblem(null);
    try {
      const answer = await fetch(`${address(incidentId, idOf(file))}?name=${encodeURIComponent(file.name)}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream', ...seatHeaders() },
        body: file,
        signal: AbortSignal.timeout(mostMilliseconds),
      });
      if (answer.ok) last.current = null;
      else setProblem(sentenceOf({ data: await answer.json() }, language, t('failed')));
    } catch {
      setProblem(t('failed'));
    } finally {
      setSending(null);
    }
  };
  return (
    <section className="inc-panel" aria-label={say('files')}>
      {detail.attachments.length === 0 && <p className="inc-hint">{tell('none')}</p>}
      <ul className="inc-list">
        {detail.attachments.map((file) => (
          <li key={file.attachmentId}>
            {!file.withdrawalReason ? (
              <a href={address(incidentId, file.attachmentId)} download={file.fileName}>
                <IconDownload size={14} stroke={1.8} aria-hidden /> <bdi>{file.fileName}</bdi>
              </a>
            ) : (
              <span className="inc-was">
                <del>
                  <bdi>{file.fileName}</bdi>
                </del>{' '}
                {tell('withdrawn')}
                {colonIn(language)}
                <bdi>{file.withdrawalReason}</bdi>
              </span>
            )}
            <span className="grow sub">
              <bdi>{sizeOf(file.byteCount)}</bdi> ·{' '}
              <bdi>{personIn(language, file.addedByName, file.addedByNameLatin)}</bdi>
            </span>
            <bdi className="sub">{clock.minutes(new Date(file.madeAt))}</bdi>
            {mayWithdraw && !file.withdrawalReason && (
              <button
                type="button"
                className="inc-quiet"
                disabled={!reachable}
                aria-expanded={open === file.attachmentId}
                onClick={() => setOpen(open === file.attachmentId ? null : file.attachmentId)}
              >
                {tell('withdraw')}
              </button>
            )}
            {open === file.attachmentId && (
              <WithdrawForm
                id={file.attachmentId}
                busy={busy}
                withdraw={(reason) => withdraw(file.attachmentId, reason)}
                close={() => setOpen(null)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayAttach && (
        <>
          <div className="inc-line">
            <button
              type="button"
              className="chip"
              disabled={sending !== null || !reachable}
              onClick={() => input.current?.click()}
            >
              <IconPaperclip size={14} stroke={1.8} aria-hidden /> {tell('attach')}
            </button>
            <input
              ref={input}
              type="file"
              hidden
              name="attachment"
              aria-label={tell('attach')}
              accept={attachmentTypes.join(',')}
              onChange={choose}
            />
            {sending && (
              <span className="sub" role="status">
                {tell('sending')} <bdi>{sending}</bdi>
              </span>
            )}
          </div>
          <p className="inc-hint">{reachable ? tell('filesKinds') : say('filesNeedLink')}</p>
        </>
      )}
      {(problem ?? refused) && <p role="alert">{problem ?? refused}</p>}
    </section>
  );
}
