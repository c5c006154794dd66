import { useCallback } from 'react';
import { useAddress } from '../../../platform/address.ts';

const lists = ['types', 'dispositions', 'limits'] as const;

/** What the page keeps in its address: the list, how it is narrowed, and the form that is open. */
export interface ReferencePlace {
  list: (typeof lists)[number];
  words: string;
  withOut: boolean;
  /** The id of what is changed, `new` for a new one (a group, a disposition), `in:<id>` for a new type in a group. */
  form: string;
}

const read = (search: URLSearchParams): ReferencePlace => ({
  list: lists.find((list) => list === search.get('list')) ?? 'types',
  words: search.get('find') ?? '',
  withOut: search.get('out') === '1',
  form: search.get('form') ?? '',
});

function write({ list, words, withOut, form }: ReferencePlace): URLSearchParams {
  const search = new URLSearchParams();
  if (list !== 'types') search.set('list', list);
  if (words) search.set('find', words);
  if (withOut) search.set('out', '1');
  if (form) search.set('form', form);
  return search;
}

export function useReferencePlace() {
  const [place, put] = useAddress(read, write);
  const set = useCallback(
    (more: Partial<ReferencePlace>, how?: { replace: boolean }) => put({ ...place, ...more }, how),
    [place, put],
  );
  return { place, set };
}
