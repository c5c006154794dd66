import * as z from 'zod';
import { requiredText } from '../../platform/text.ts';
import { actionName } from '../rights.ts';

/** A right as it is given: see `Right`. */
export const givenRight = z.object({
  action: actionName,
  area: z.enum(['unit', 'centre', 'force', 'everywhere']),
  types: z.union([z.enum(['all', 'post']), z.array(z.string().max(80)).min(1).max(200)]),
  own: z.boolean(),
});

export const roleCode = requiredText(40).refine((code) => /^[a-z][a-z0-9_]*$/.test(code), { error: 'role.code' });
export const givenRights = z.array(givenRight).max(300);

export const roleView = z.object({
  roleId: z.number().int(),
  code: z.string(),
  nameAr: z.string(),
  nameEn: z.string(),
  nameFr: z.string(),
  rights: z.array(givenRight),
  shipped: z.boolean(),
  active: z.boolean(),
  version: z.number().int(),
});
export type RoleView = z.infer<typeof roleView>;
