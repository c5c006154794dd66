import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAccountWords } from '../account-words.ts';

/** Puts a text on the clipboard. Where the browser forbids it (no secure page) the text can still be marked by hand. */
export function CopyButton({ text }: { text: string }) {
  const { say } = useAccountWords();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <Button variant="default" size="compact-sm" onClick={copy}>
      {say(copied ? 'copied' : 'copy')}
    </Button>
  );
}
