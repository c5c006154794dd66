import '../administration.css';
import '../people.css';
import '../roles.css';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAddress } from '../../../platform/address.ts';
import { useSession } from '../../../platform/session.ts';
import { Loaded } from '../forms/Loaded.tsx';
import { RoleDetail } from '../roles/RoleDetail.tsx';
import { RoleForm } from '../roles/RoleForm.tsx';
import { RoleList } from '../roles/RoleList.tsx';
import { useRoleWords } from '../roles/words.ts';
import { type ListedRole, useRoles } from '../use-roles.ts';

const readFrom = (search: URLSearchParams): string => search.get('from') ?? '';
const writeFrom = (from: string): URLSearchParams => new URLSearchParams(from === '' ? {} : { from });

/** Roles beside the one chosen. `/roles/12` is a role, `/roles/new?from=12` a new one that begins with its rights. */
export default function RolesPage() {
  const { say } = useRoleWords();
  const { roleId } = useParams({ strict: false }) as { roleId?: string };
  const navigate = useNavigate();
  const go = (to: string) => navigate({ to });
  const roles = useRoles();
  const listAddress: string = '/roles';
  return (
    <main className="ppl-page" data-chosen={roleId !== undefined || undefined}>
      <Loaded query={roles}>
        {({ roles: all }) => (
          <>
            <RoleList roles={all} chosen={roleId} add={() => go('/roles/new')} />
            <div className="ppl-detail">
              {roleId === undefined ? (
                <p className="adm-state">{say('chooseRole')}</p>
              ) : (
                <>
                  <Link to={listAddress} className="ppl-back">
                    {say('back')}
                  </Link>
                  <Chosen key={roleId} roles={all} roleId={roleId} go={go} />
                </>
              )}
            </div>
          </>
        )}
      </Loaded>
    </main>
  );
}

interface ChosenProps {
  roles: readonly ListedRole[];
  roleId: string;
  go(address: string): void;
}

function Chosen({ roles, roleId, go }: ChosenProps) {
  const { say } = useRoleWords();
  const { session } = useSession();
  const [from] = useAddress(readFrom, writeFrom);
  const [changing, setChanging] = useState(false);
  const find = (id: string) => roles.find((role) => String(role.roleId) === id);
  const role = find(roleId);
  const open = (id: number) => go(`/roles/${id}`);
  if (roleId === 'new' && session.actions.includes('role.manage'))
    return (
      <RoleForm key={from} from={find(from)} close={() => go(from === '' ? '/roles' : `/roles/${from}`)} made={open} />
    );
  if (!role) return <p className="adm-state">{say('unknown')}</p>;
  if (changing) return <RoleForm role={role} close={() => setChanging(false)} made={open} />;
  return <RoleDetail role={role} change={() => setChanging(true)} copy={() => go(`/roles/new?from=${role.roleId}`)} />;
}
