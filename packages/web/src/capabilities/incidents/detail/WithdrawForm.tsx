import { type FormEvent, useState } from 'react';
import { useRecordText } from './record-words.ts';
import { useDetailText } from './words.ts';

interface Props {
  busy: boolean;
  /** Resolves whether it was withdrawn. */
  withdraw(reason: string): Promise<boolean>;
  close(): void;
}

/** Asks why something is withdrawn: the reason stands in the record. */
export function WithdrawForm({ busy, withdraw, close }: Props) {
  const say = useDetailText();
  const tell = useRecordText();
  const [reason, setReason] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await withdraw(reason)) close();
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
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <div className="inc-buttons">
        <button type="submit" className="primary" disabled={busy}>
          {tell('withdraw')}
        </button>
        <button type="button" className="chip" onClick={close}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
}
