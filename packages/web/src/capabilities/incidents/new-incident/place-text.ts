import type { PlaceView } from '@marsad/contract/administration/gazetteer/place.ts';
import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';

const most = 300;

/**
 * What stands in the place field once a known place is chosen for what was typed (`tri, port`), so that every board reads
 * the place and not its abbreviation: `named` is the part that names the place, `text` the whole with what was told besides.
 * The name takes the place of its own beginning; what spells it otherwise stays beside it; what says it already stays as it is.
 */
export function placeTextOf(place: PlaceView, label: string, typed: string): { named: string; text: string } {
  const segment = typed.split(/[,،;؛/]/)[0] ?? '';
  const rest = typed.slice(segment.length);
  const said = normaliseForSearch(segment);
  const names = [label, ...place.names].map(normaliseForSearch).filter(Boolean);
  const stays = { named: segment, text: typed };
  if (names.some((name) => ` ${said} `.includes(` ${name} `))) return stays;
  const begins = names.some((name) =>
    name.split(' ').some((_word, at, all) => all.slice(at).join(' ').startsWith(said)),
  );
  const text = begins ? label + rest : `${label} · ${typed.trim()}`;
  return text.length > most ? stays : { named: label, text };
}
