import { useState } from 'react';
import { dropForm, keepForm, recallForm } from '../../../platform/offline/form-draft.ts';
import { useSession } from '../../../platform/session.ts';
import { isSame, rebased } from './rebased.ts';

/** What was typed, on what stood when typing began. */
interface Kept<Value> {
  version: number;
  base: Value;
  value: Value;
}

export interface Edit<Value> {
  value: Value;
  /** What stood when typing began, and the version that it had. */
  base: Value;
  version: number;
  /** It was typed earlier, and closed without being sent or put away. */
  recalled: boolean;
  change(more: Partial<Value>): void;
  /** Puts away what was typed: it was sent, or given up. */
  drop(): void;
  /** Goes on from what stands now, with what was typed. */
  adopt(): void;
}

/**
 * What stands in a form. Untouched it shows what stands, and follows it. What is typed is kept at every key until it is sent or put
 * away: neither a reload nor an accidental Escape loses it. `stands` has the same fields each time; `version` is that of
 * the record it shows, absent for what is new.
 */
export function useEdit<Value extends object>(key: string, stands: Value, version = 0): Edit<Value> {
  const { personId } = useSession().session.person;
  const [kept, setKept] = useState(() => recallKept(key, personId, stands));
  const [recalled, setRecalled] = useState(kept !== null);
  const put = (next: Kept<Value>): void => {
    setKept(next);
    if (isSame(next.value, next.base)) dropForm(key);
    else keepForm(key, personId, next);
  };
  const { base, value } = kept ?? { base: stands, value: stands };
  const begun = kept?.version ?? version;
  return {
    value,
    base,
    version: begun,
    recalled,
    change: (more) => put({ version: begun, base, value: { ...value, ...more } }),
    drop: () => {
      dropForm(key);
      setKept(null);
      setRecalled(false);
    },
    adopt: () => put({ version, base: stands, value: rebased(base, value, stands) }),
  };
}

// What an older release kept may be of another form.
function recallKept<Value extends object>(key: string, personId: string, stands: Value): Kept<Value> | null {
  const found = recallForm<Partial<Kept<Value>>>(key, personId);
  if (!found?.base || !found.value || found.version === undefined) return null;
  const [base, value] = [
    { ...stands, ...found.base },
    { ...stands, ...found.value },
  ];
  return isSame(base, value) ? null : { version: found.version, base, value };
}
