import { useState } from 'react';
import { dropForm, keepForm, recallForm } from '../../../platform/offline/form-draft.ts';
import { serverNow } from '../../../platform/offline/server-time.ts';
import { type Caller, emptyCaller, emptyForm, keptPlace, type Typed } from './typed.ts';

export interface Begun {
  typed: Typed;
  caller: Caller;
}

/**
 * What stands in the form. It is written down at every key, so that a reload loses nothing; who calls is written where
 * it ends with the window, because it is restricted.
 */
export function useForm(roomId: number, personId: string, begin: Begun | null) {
  const key = `incident:${roomId}`;
  const [typed, setTyped] = useState<Typed>(
    () => begin?.typed ?? recallForm<Typed>(key, personId) ?? emptyForm(serverNow()),
  );
  const [caller, setCallerNow] = useState<Caller>(
    () => begin?.caller ?? recallForm<Caller>(key, personId, sessionStorage) ?? emptyCaller(),
  );
  const change = (more: Partial<Typed>) =>
    setTyped((now) => {
      const next = { ...now, ...more };
      next.chosen = 'chosen' in more ? more.chosen : keptPlace(next.chosen, next.place);
      keepForm(key, personId, next);
      return next;
    });
  const setCaller = (next: Caller) => {
    setCallerNow(next);
    keepForm(key, personId, next, sessionStorage);
  };
  const drop = () => {
    dropForm(key);
    dropForm(key, sessionStorage);
  };
  return { typed, caller, change, setCaller, drop };
}
