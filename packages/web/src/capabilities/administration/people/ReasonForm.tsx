import { FormDialog } from '../forms/FormDialog.tsx';
import { ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
import { useEdit } from '../forms/use-edit.ts';

interface ReasonFormProps<Input extends { commandId: string; reason: string }> {
  title: string;
  hint: string;
  label: string;
  send(input: Input): Promise<unknown>;
  /** What the command is about; the reason is added. */
  about: Omit<Input, 'commandId' | 'reason'>;
  grave?: boolean;
  close(): void;
}

/** One thing done to somebody, which asks for nothing but a reason: what it does is said before. */
export function ReasonForm<Input extends { commandId: string; reason: string }>(props: ReasonFormProps<Input>) {
  const { title, hint, label, send, about, grave, close } = props;
  const edit = useEdit(`reason:${label}:${JSON.stringify(about)}`, { reason: '' });
  const { reason } = edit.value;
  const { run, busy, problem } = useCommand(send, () => {
    edit.drop();
    close();
  });
  const submit = () => run({ ...about, reason } as unknown as Omit<Input, 'commandId'>);
  return (
    <FormDialog
      title={title}
      close={close}
      edit={edit}
      submit={submit}
      submitLabel={label}
      busy={busy}
      problem={problem}
      {...(grave && { grave })}
    >
      <p className="adm-hint">{hint}</p>
      <ReasonField required value={reason} change={(text) => edit.change({ reason: text })} problem={problem} />
    </FormDialog>
  );
}
