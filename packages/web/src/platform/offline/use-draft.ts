import { useState } from 'react';
import { dropForm, keepForm, recallForm } from './form-draft.ts';
import { isTouched, type Touched, touch, untouched } from './touched.ts';

interface More {
  /** `sessionStorage` for what is restricted: it ends with the window. */
  store?: Storage;
  /** The version of the record that the form shows. */
  version?: number;
}

/**
 * What stands in a form, kept at every key until it is sent or put away: a reload loses nothing. Only what was touched is
 * kept, over what the record says when the form is opened: `touched` are those fields, `version` the one they were typed over.
 */
export function useDraft<Value extends object>(key: string, personId: string, initial: Value, more: More = {}) {
  const { store = localStorage, version = null } = more;
  // What the form began with: a field that somebody else changes meanwhile is not ours to send back.
  const [shown] = useState(initial);
  const [kept, setKept] = useState<Touched<Value>>(() => {
    const found = recallForm<Touched<Value>>(key, personId, store);
    return found && isTouched(found) ? found : untouched(version);
  });
  const change = (fields: Partial<Value>): void => {
    const next = touch(kept, shown, fields);
    setKept(next);
    if (Object.keys(next.fields).length === 0) dropForm(key, store);
    else keepForm(key, personId, next, store);
  };
  const value: Value = { ...shown, ...kept.fields };
  return { value, touched: kept.fields, version: kept.version, change, drop: () => dropForm(key, store) };
}
