import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useAddress } from '../../../platform/address.ts';

export const tabs = ['facts', 'people', 'patrols', 'history'] as const;
export type Tab = (typeof tabs)[number];
export const forms = ['new', 'change', 'move', 'end', 'area'] as const;
export type Form = (typeof forms)[number];

/** What the page keeps in its address beside the unit: how the tree is narrowed, which part and which form are open. */
export interface OrganisationPlace {
  words: string;
  kind: string;
  withEnded: boolean;
  tab: Tab;
  form: Form | null;
  /** The day whose areas the map shows; today when empty. */
  day: string;
}

const oneOf = <One extends string>(known: readonly One[], text: string | null): One | undefined =>
  known.find((one) => one === text);

const read = (search: URLSearchParams): OrganisationPlace => ({
  words: search.get('find') ?? '',
  kind: search.get('kind') ?? '',
  withEnded: search.get('ended') === '1',
  tab: oneOf(tabs, search.get('tab')) ?? 'facts',
  form: oneOf(forms, search.get('form')) ?? null,
  day: /^\d{4}-\d{2}-\d{2}$/.test(search.get('day') ?? '') ? (search.get('day') ?? '') : '',
});

function write({ words, kind, withEnded, tab, form, day }: OrganisationPlace): URLSearchParams {
  const search = new URLSearchParams();
  if (words) search.set('find', words);
  if (kind) search.set('kind', kind);
  if (withEnded) search.set('ended', '1');
  if (tab !== 'facts') search.set('tab', tab);
  if (form) search.set('form', form);
  if (day) search.set('day', day);
  return search;
}

/** The page's place in its address; `choose` goes to a unit and keeps how the tree is narrowed. */
export function usePlace() {
  const [place, put] = useAddress(read, write);
  const navigate = useNavigate();
  const set = useCallback(
    (more: Partial<OrganisationPlace>, how?: { replace: boolean }) => put({ ...place, ...more }, how),
    [place, put],
  );
  const choose = useCallback(
    (unitId: number) =>
      navigate({
        to: `/organisation/${unitId}`,
        search: Object.fromEntries(write({ ...place, form: null, day: '' })) as never,
      }),
    [place, navigate],
  );
  return { place, set, choose };
}
