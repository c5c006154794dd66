import type { FormEvent } from 'react';
import { useDraft } from '../../../platform/offline/use-draft.ts';
import { useSession } from '../../../platform/session.ts';
import { useRecordText } from './record-words.ts';
import { useDetailText } from './words.ts';

interface Props {
  /** Of what is withdrawn. */
  id: string;
  busy: boolean;
  /** Resolves whether it was withdrawn. */
  withdraw(reason: string): Promise<boolean>;
  close(): void;
}

/** Asks why something is withdrawn: the reason stands in the record. */
export function WithdrawForm({ id, busy, withdraw, close }: Props) {
  const say = useDetailText();
  const tell = useRecordText();
  const { session } = useSession();
  // Why a person is taken out may name them: it ends with the window.
  const draft = useDraft(`withdraw:${id}`, session.person.personId, { reason: '' }, { store: sessionStorage });
  const { reason } = draft.value;
  const end = () => {
    draft.drop();
    close();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await withdraw(reason)) end();
  };
  return (
    <form className="inc-form" onSubmit={submit}>
      <label className="inc-wide">
        {say('reason')}
        <input
          name="withdraw-reason"
          value={reason}
          maxLength={1000}
          dir="auto"
          autoComplete="off"
          required
          onChange={(event) => draft.change({ reason: event.target.value })}
        />
      </label>
      <div className="inc-buttons">
        <button type="submit" className="primary" disabled={busy}>
          {tell('withdraw')}
        </button>
        <button type="button" className="chip" onClick={end}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
}
