import type { RoleView } from '@marsad/contract/administration/roles/role-input.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../platform/api.ts';

export type ListedRole = RoleView & { holders: number };

/** Every role, retired ones among them. */
export function useRoles() {
  return useQuery({ queryKey: ['administration', 'roles'], queryFn: () => api.administration.listRoles() });
}

/** Roles by id, for names. */
export function useNamedRoles(): ReadonlyMap<number, ListedRole> {
  const { data } = useRoles();
  return useMemo(() => new Map((data?.roles ?? []).map((role) => [role.roleId, role])), [data]);
}
