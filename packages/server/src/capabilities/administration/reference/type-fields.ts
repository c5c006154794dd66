import type { TypeFields } from './store.ts';

/** What is set of a type, from what else it comes with; lists name each thing once. */
export const typeFieldsOf = (from: TypeFields): TypeFields => ({
  nameAr: from.nameAr,
  nameEn: from.nameEn,
  nameFr: from.nameFr,
  aliases: [...new Set(from.aliases)],
  iccs: from.iccs,
  attempted: from.attempted,
  eido: from.eido,
  priority: from.priority,
  origin: from.origin,
  requiredFields: [...new Set(from.requiredFields)],
});
