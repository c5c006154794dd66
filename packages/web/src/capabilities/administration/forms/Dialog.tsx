import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormWords } from './words.ts';

interface DialogProps {
  title: string;
  close(): void;
  size?: string | undefined;
  /** What is shown is shown this once: only its own button closes it. */
  firm?: boolean;
  children: ReactNode;
}

/** A dialog over the page: Escape leaves it, a click beside it does not, so that nothing typed is lost by a slip. */
export function Dialog({ title, close, size = 'md', firm = false, children }: DialogProps) {
  const { say } = useFormWords();
  return (
    // Put together by hand: the library's own heading is a page's banner to a screen reader.
    <Modal.Root opened onClose={close} size={size} closeOnClickOutside={false} closeOnEscape={!firm}>
      <Modal.Overlay />
      <Modal.Content>
        <div className="adm-dialog-head">
          <Modal.Title>{title}</Modal.Title>
          {!firm && <Modal.CloseButton aria-label={say('close')} />}
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
