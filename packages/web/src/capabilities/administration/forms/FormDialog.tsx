import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';
import type { Problem } from './use-command.ts';
import { useFormWords } from './words.ts';

interface FormDialogProps {
  title: string;
  close(): void;
  submit(): void;
  submitLabel?: string;
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
  children,
}: FormDialogProps) {
  const { say } = useFormWords();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) submit();
  };
  return (
    <Dialog title={title} close={close} size={size}>
      <form onSubmit={send} className="adm-form" noValidate>
        <Stack gap="sm">
          {children}
          {problem && (
            <p role="alert" className="adm-problem">
              {problem.text}
            </p>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={busy} {...(grave && { className: 'adm-grave' })}>
              {submitLabel ?? say('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
