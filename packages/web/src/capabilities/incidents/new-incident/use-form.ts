import { useRef, useState } from 'react';
import { dropForm, keepForm, recallForm } from '../../../platform/offline/form-draft.ts';
import { serverNow } from '../../../platform/offline/server-time.ts';
import { type Begun, keyOf, says } from './half-typed.ts';
import { type Caller, keptPlace, type Typed } from './typed.ts';

/**
 * What stands in the form. It is written down at every key, so that a reload loses nothing; who calls is written where
 * it ends with the window, because it is restricted. `kept` says that something of it is written down.
 */
export function useForm(roomId: number, personId: string, begin: Begun) {
  const key = keyOf(roomId, begin.typed.incidentId);
  const [kept, setKept] = useState(() => recallForm(key, personId) !== undefined);
  const [stands, setStands] = useState<Begun>(() => ({
    typed: recallForm<Typed>(key, personId) ?? begin.typed,
    caller: recallForm<Caller>(key, personId, sessionStorage) ?? begin.caller,
  }));
  // Two fields may change within one event, before anything is drawn.
  const latest = useRef(stands);
  const drop = () => {
    dropForm(key);
    dropForm(key, sessionStorage);
    setKept(false);
  };
  const put = (next: Begun) => {
    latest.current = next;
    setStands(next);
    if (!says(next.typed, next.caller)) return drop();
    keepForm(key, personId, next.typed);
    keepForm(key, personId, next.caller, sessionStorage);
    setKept(true);
  };
  // A form may have stood empty for long: what happens now happens as the caller begins to tell it.
  const begun = (): Begun => {
    const { typed, caller } = latest.current;
    if (!typed.openedAt || says(typed, caller)) return latest.current;
    return { typed: { ...typed, openedAt: new Date(serverNow()).toISOString() }, caller };
  };
  const change = (more: Partial<Typed>) => {
    const { typed, caller } = begun();
    const next = { ...typed, ...more };
    put({ typed: { ...next, chosen: 'chosen' in more ? more.chosen : keptPlace(next.chosen, next.place) }, caller });
  };
  const setCaller = (caller: Caller) => put({ ...begun(), caller });
  return { ...stands, kept, change, setCaller, drop };
}
