// The part of an address after `?` is where a page keeps its filters: a link shows a colleague the same thing, and Back
// undoes a choice.
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

/** Search parameters as plain text, so that an address reads as it was written: `?unit=5&type=theft`. */
export const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));

/** The other way: what is empty or absent leaves the address. */
export function stringifySearch(search: Record<string, unknown>): string {
  const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

/**
 * The state that a page keeps in its address, read by `read`, and a way to change it, written by `write`. A change is a
 * step of its own for Back unless `replace` says that it only refines the last one (typing in a search box).
 * `read` and `write` must be stable (defined outside the component, or by useCallback).
 */
export function useAddress<State>(
  read: (search: URLSearchParams) => State,
  write: (state: State) => URLSearchParams,
): [State, (state: State, how?: { replace: boolean }) => void] {
  const text = useLocation({ select: (location) => location.searchStr });
  const navigate = useNavigate();
  const state = useMemo(() => read(new URLSearchParams(text)), [read, text]);
  const choose = useCallback(
    (next: State, how?: { replace: boolean }) => {
      navigate({ to: '.', search: Object.fromEntries(write(next)) as never, replace: how?.replace ?? false });
    },
    [navigate, write],
  );
  return [state, choose];
}
