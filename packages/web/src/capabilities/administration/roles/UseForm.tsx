import { api } from '../../../platform/api.ts';
import { numberLocaleOf } from '../../../platform/locales.ts';
import { useText } from '../../../platform/text.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
import { useEdit } from '../forms/use-edit.ts';
import type { ListedRole } from '../use-roles.ts';
import { useRoleWords } from './words.ts';

/** Takes a role out of use, or puts it back. */
export function UseForm({ role, close }: { role: ListedRole; close(): void }) {
  const { say, language } = useRoleWords();
  const { name } = useText();
  const edit = useEdit(`role-use:${role.roleId}`, { reason: '' }, role.version);
  const { reason } = edit.value;
  const { run, busy, problem } = useCommand(api.administration.changeRole, () => {
    edit.drop();
    close();
  });
  const { roleId, nameAr, nameEn, nameFr, rights, active } = role;
  const word = active ? 'retire' : 'restore';
  const n = new Intl.NumberFormat(numberLocaleOf(language)).format(role.holders);
  return (
    <FormDialog
      title={say(`${word}Of`, { name: name(role) })}
      close={close}
      edit={edit}
      submit={() => run({ roleId, version: edit.version, nameAr, nameEn, nameFr, rights, active: !active, reason })}
      submitLabel={say(word)}
      busy={busy}
      problem={problem}
      grave={active}
    >
      <p className="adm-hint">{say(`${word}Hint`, { n })}</p>
      <ReasonField value={reason} change={(text) => edit.change({ reason: text })} problem={problem} />
    </FormDialog>
  );
}
