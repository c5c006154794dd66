import { useState } from 'react';
import { dropForm, keepForm, recallForm } from './form-draft.ts';

/** What stands in a form, kept at every key until it is sent or put away: a reload loses nothing. Never for restricted parts. */
export function useDraft<Value extends object>(key: string, personId: string, initial: Value) {
  const [value, setValue] = useState<Value>(() => ({ ...initial, ...recallForm<Partial<Value>>(key, personId) }));
  const change = (more: Partial<Value>): void => {
    const next = { ...value, ...more };
    setValue(next);
    keepForm(key, personId, next);
  };
  return { value, change, drop: () => dropForm(key) };
}
