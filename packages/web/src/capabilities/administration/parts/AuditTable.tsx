import { actionName, kindName } from '@marsad/contract/administration/audit-words.ts';
import type { AuditEntry } from '@marsad/contract/administration/list-audit-entries.ts';
import { Fragment, useState } from 'react';
import { inDigits } from '../../../platform/digits.ts';
import { useSession } from '../../../platform/session.ts';
import { useText } from '../../../platform/text.ts';
import { useAuditWords } from '../audit-words.ts';
import { useMoments } from '../use-moments.ts';

/** Entries as rows; one opened shows the rest of it. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const { say } = useAuditWords();
  const [open, setOpen] = useState<number | null>(null);
  return (
    <div className="audit-table">
      <table className="phone-table">
        <thead>
          <tr>
            <th scope="col">{say('at')}</th>
            <th scope="col">{say('who')}</th>
            <th scope="col">{say('what')}</th>
            <th scope="col">{say('kind')}</th>
            <th scope="col">{say('where')}</th>
            <th scope="col">{say('link')}</th>
            <th scope="col">
              <span className="audit-hidden">{say('details')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Fragment key={entry.auditId}>
              <Row
                entry={entry}
                open={open === entry.auditId}
                toggle={() => setOpen(open === entry.auditId ? null : entry.auditId)}
              />
              {open === entry.auditId && <Rest entry={entry} />}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  entry: AuditEntry;
  open: boolean;
  toggle(): void;
}

function Row({ entry, open, toggle }: RowProps) {
  const { say, language } = useAuditWords();
  const { name } = useText();
  const { session } = useSession();
  const { exact } = useMoments();
  const unit = session.units.find((one) => one.unitId === entry.unitId);
  return (
    <tr className={open ? 'is-open' : undefined}>
      <td>
        <bdi>{exact(entry.at)}</bdi>
      </td>
      <td data-head={say('who')}>
        {entry.person ? (
          <bdi title={entry.person.userName ?? undefined}>
            {language === 'ar' ? entry.person.nameAr : entry.person.nameLatin}
          </bdi>
        ) : (
          <span className="audit-hint">{say(entry.kind === 'access' ? 'nobody' : 'machine')}</span>
        )}
      </td>
      <td data-head={say('what')}>
        {actionName(entry.action, language)}
        {entry.tokenId && <span className="audit-hint"> ({say('token')})</span>}
      </td>
      <td data-head={say('kind')}>{kindName(entry.kind, language)}</td>
      <td data-head={say('where')}>{unit && name(unit)}</td>
      <td data-head={say('link')}>
        {entry.position === null ? (
          <span className="audit-hint">{say('unsealed')}</span>
        ) : (
          <bdi>{inDigits(entry.position)}</bdi>
        )}
      </td>
      <td>
        <button type="button" className="audit-more" aria-expanded={open} onClick={toggle}>
          {say(open ? 'hide' : 'details')}
        </button>
      </td>
    </tr>
  );
}

function Rest({ entry }: { entry: AuditEntry }) {
  const { say } = useAuditWords();
  const facts: [string, string | null][] = [
    [say('on'), `${entry.subjectKind} ${entry.subjectId}`],
    [say('reason'), entry.reason],
    [say('recipient'), entry.recipient],
    [say('fields'), entry.fields.join(', ') || null],
    [say('person'), entry.person?.userName ?? null],
    [say('address'), entry.sourceAddress === 'terminal' ? say('terminal') : entry.sourceAddress],
    [say('token'), entry.tokenId],
    [say('command'), entry.commandId],
    [say('code'), entry.action],
  ];
  return (
    <tr className="audit-rest">
      <td colSpan={7}>
        <dl>
          {facts.map(([label, value]) =>
            value === null ? null : (
              <Fragment key={label}>
                <dt>{label}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </Fragment>
            ),
          )}
        </dl>
      </td>
    </tr>
  );
}
