import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';
import { FormProblem } from './FormProblem.tsx';
import type { Problem } from './use-command.ts';
import type { Edit } from './use-edit.ts';
import { useFormWords } from './words.ts';

interface FormDialogProps {
  title: string;
  close(): void;
  submit(): void;
  submitLabel?: string;
  /** What was typed is put away by the button that says so; closed otherwise, it is there again. */
  edit: Pick<Edit<object>, 'recalled' | 'drop' | 'adopt'>;
  /** False while there is nothing to send yet. */
  ready?: boolean;
  busy: boolean;
  problem: Problem | null;
  /** True for what cannot be taken back easily. */
  grave?: boolean;
  size?: string;
  children: ReactNode;
}

/** A form in a dialog: Escape leaves it, Enter sends it, what was refused is said beside its field and above the buttons. */
export function FormDialog({
  title,
  close,
  submit,
  submitLabel,
  busy,
  problem,
  grave,
  size,
  edit,
  ready = true,
  children,
}: FormDialogProps) {
  const { say } = useFormWords();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && ready) submit();
  };
  const cancel = () => {
    edit.drop();
    close();
  };
  return (
    <Dialog title={title} close={close} size={size}>
      <form onSubmit={send} className="adm-form" noValidate>
        <Stack gap="sm">
          {edit.recalled && (
            <p role="status" className="adm-hint">
              {say('recalled')}
            </p>
          )}
          {children}
          <FormProblem problem={problem} adopt={edit.adopt} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={cancel}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={!ready} {...(grave && { className: 'adm-grave' })}>
              {submitLabel ?? say('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
