import type { contract } from '@marsad/contract';
import { type IncidentFilters, mostCounted } from '@marsad/contract/incidents/incident-filters.ts';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import type { Organisation } from '../administration/index.ts';
import { cursorOf, judgeConditions, placeOf } from './list-conditions.ts';
import { type Asked, countFitting, foldedWords, pageOfIncidents, wordsAsked } from './list-store.ts';

type List = typeof contract.incidents.listIncidents;
type Count = typeof contract.incidents.countIncidents;
type Search = typeof contract.incidents.searchIncidents;

const mostWords = 12;

/** A page of incidents by conditions. */
export function listIncidents(organisation: Organisation) {
  return async (context: QueryContext, input: InputOf<List>): Promise<OutputOf<List>> =>
    readPage(context, input, askedBy(context, { conditions: judgeConditions(organisation, context.scope, input) }));
}

/** How many incidents fit, up to ten thousand. */
export function countIncidents(organisation: Organisation) {
  return async (context: QueryContext, input: InputOf<Count>): Promise<OutputOf<Count>> => {
    const newerThan = input.newerThan === undefined ? undefined : placeOf(input.newerThan, 'newerThan');
    const conditions = judgeConditions(organisation, context.scope, input);
    return capped(context.tx, askedBy(context, { conditions, newerThan }));
  };
}

/** A page of incidents by words; the search is logged by the names of its conditions before its answer leaves. */
export function searchIncidents(organisation: Organisation) {
  return async (context: QueryContext, input: InputOf<Search>): Promise<OutputOf<Search>> => {
    const { tx, scope, consult } = context;
    const conditions = judgeConditions(organisation, scope, input);
    const words = await wordsAsked(tx, await judgeWords(context, input.words));
    const asked = askedBy(context, { conditions, words });
    const page = await readPage(context, input, asked);
    await consult({
      kind: 'consultation',
      action: 'incident.searched',
      subjectKind: 'incident_list',
      subjectId: 'words',
      fields: ['words', ...namesOf(input)],
      values: { ...input, cursor: undefined },
    });
    if (input.cursor !== undefined) return { ...page, found: null };
    // Of words that are everywhere nobody needs the number, and to count them costs more than to show them.
    const common = 'patterns' in words && page.nextCursor !== null;
    return { ...page, found: common ? { count: page.items.length, more: true } : await capped(tx, asked) };
  };
}

/** The words of a text, folded. Refuses none, and more than anybody would type. */
export async function judgeWords({ tx }: QueryContext, text: string): Promise<string[]> {
  const words = await foldedWords(tx, text);
  if (words.length === 0) refuse('UNPROCESSABLE_CONTENT', 'search.no_words', { field: 'words' });
  if (words.length > mostWords)
    refuse('UNPROCESSABLE_CONTENT', 'search.too_many_words', { field: 'words', parameters: { most: mostWords } });
  return words;
}

/** Which filters were set: names, never values. */
export const namesOf = (filters: IncidentFilters): string[] =>
  (['from', 'to', 'unitIds', 'typeIds', 'origin', 'statuses', 'priorities', 'dispositionIds'] as const).filter(
    (name) => filters[name] !== undefined,
  );

function askedBy({ scope, actor }: QueryContext, asked: Asked): Asked {
  const ownAlone = scope.units.length === 0 && scope.pairs.length === 0;
  return ownAlone ? { ...asked, ownOf: actor.personId } : asked;
}

async function capped(tx: QueryContext['tx'], asked: Asked) {
  const count = await countFitting(tx, asked, mostCounted + 1);
  return { count: Math.min(count, mostCounted), more: count > mostCounted };
}

async function readPage({ tx }: QueryContext, input: InputOf<List>, asked: Asked): Promise<OutputOf<List>> {
  const after = input.cursor === undefined ? undefined : placeOf(input.cursor);
  const rows = await pageOfIncidents(tx, { ...asked, after }, input.order, input.limit + 1);
  const shown = rows.slice(0, input.limit);
  const placeAt = (index: number) => {
    const row = shown.at(index);
    return row ? cursorOf({ at: row.exactAt, incidentId: row.incidentId }) : null;
  };
  return {
    items: shown.map(({ exactAt: _exactAt, ...row }) => row),
    nextCursor: rows.length > input.limit ? placeAt(-1) : null,
    topCursor: placeAt(0),
  };
}
