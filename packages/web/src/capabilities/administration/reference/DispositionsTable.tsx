import type { KeptDisposition } from '@marsad/contract/administration/reference/get-reference.ts';
import { useText } from '../../../platform/text.ts';
import { useReferenceWords } from './words.ts';

interface DispositionsTableProps {
  dispositions: readonly KeptDisposition[];
  mayChange: boolean;
  open(form: string): void;
}

/** The ways in which an incident ends. */
export function DispositionsTable({ dispositions, mayChange, open }: DispositionsTableProps) {
  const { say } = useReferenceWords();
  const { name } = useText();
  return (
    <table className="ref-table phone-table">
      <thead>
        <tr>
          <th scope="col">{say('name')}</th>
          <th scope="col">{say('code')}</th>
          <th scope="col">{say('offence')}</th>
        </tr>
      </thead>
      <tbody>
        {dispositions.map((one) => (
          <tr key={one.dispositionId} data-out={!one.active || undefined}>
            <td>
              {mayChange ? (
                <button type="button" className="ref-name" onClick={() => open(String(one.dispositionId))}>
                  <bdi>{name(one)}</bdi>
                </button>
              ) : (
                <bdi>{name(one)}</bdi>
              )}
              {!one.active && <span className="adm-tag">{say('out')}</span>}
            </td>
            <td data-head={say('code')}>
              <bdi dir="ltr" className="ref-code">
                {one.code}
              </bdi>
            </td>
            <td data-head={say('offence')}>{say(one.offenceRecorded ? 'yes' : 'no')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
