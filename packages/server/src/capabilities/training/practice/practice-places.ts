// A gazetteer out of the box, so that the form suggests places before anybody has brought one in.
import type { PublicPlace } from '../../administration/index.ts';
import type { Land } from './geography.ts';
import { townNames } from './town-names.ts';

/** The towns of the practice country as public places; a GeoNames dump imported later finds them by their number. */
export function practicePlaces(land: Land): PublicPlace[] {
  return land.towns.map((town) => {
    const known = townNames[town.name];
    return {
      sourceId: String(town.cityId),
      nameAr: known?.ar,
      nameEn: town.name,
      nameFr: known?.fr,
      aliases: (known?.aliases ?? []).map((name) => ({ name })),
      longitude: town.loc.coordinates[0],
      latitude: town.loc.coordinates[1],
      featureClass: 'P',
      featureCode: town.featureCode,
      population: town.population,
    };
  });
}
