import type { Language } from '@marsad/contract/platform/reasons.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { reasonIn } from '../../../platform/reason-sentence.ts';
import { useSession } from '../../../platform/session.ts';
import { personIn } from '../../../platform/text.ts';
import { useFormWords } from './words.ts';

/** What went wrong with a command: for the form as a whole, and by field. */
export interface Problem {
  text: string;
  fields: Record<string, string>;
  /** Somebody else changed the record since it was read: who, and which fields. */
  conflict?: { person: string; fields: readonly string[] };
}

interface Refused {
  data?: {
    reason?: string;
    field?: string;
    parameters?: Record<string, string | number>;
    issues?: { path?: (PropertyKey | { key: PropertyKey })[]; message: string }[];
  };
}

/** The sentences of a failed command or query in the person's language. */
export function problemOf(error: unknown, language: Language, otherwise: string): Problem {
  const { data } = (error ?? {}) as Refused;
  if (data?.issues) {
    const named = data.issues.map((issue) => [
      (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
      reasonIn(issue.message, language),
    ]);
    return { text: reasonIn('input.invalid', language), fields: Object.fromEntries(named) };
  }
  if (!data?.reason) return { text: otherwise, fields: {} };
  const text = reasonIn(data.reason, language, data.parameters);
  const { nameAr = '', nameLatin = '', fields = '' } = (data.parameters ?? {}) as Record<string, string>;
  return {
    text,
    fields: data.field ? { [data.field]: text } : {},
    ...(isConflict(error) && {
      conflict: { person: personIn(language, nameAr, nameLatin), fields: fields.split(', ') },
    }),
  };
}

const isConflict = (error: unknown): boolean => (error as Refused).data?.reason === 'record.changed_meanwhile';

/**
 * Sends a command of administration; on success everything that was read of it is read again, the session too. The same
 * content sent again carries the same id: what arrived though its answer was lost is not done twice.
 */
export function useCommand<Input extends { commandId: string }, Answer>(
  send: (input: Input) => Promise<Answer>,
  done: (answer: Answer) => void,
) {
  const { say, language } = useFormWords();
  const { reload } = useSession();
  const client = useQueryClient();
  const last = useRef<{ text: string; commandId: string } | null>(null);
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: (body: Omit<Input, 'commandId'>) => {
      const text = JSON.stringify(body);
      if (last.current?.text !== text) last.current = { text, commandId: uuidv7() };
      return send({ ...body, commandId: last.current.commandId } as Input);
    },
    onSuccess: async (answer) => {
      last.current = null;
      await client.invalidateQueries({ queryKey: ['administration'] });
      reload();
      done(answer);
    },
    // What stands now is there to go on from when the conflict is told.
    onError: (refused) =>
      isConflict(refused) ? client.invalidateQueries({ queryKey: ['administration'] }) : undefined,
  });
  const otherwise = say('notReached');
  const problem = useMemo(() => (error ? problemOf(error, language, otherwise) : null), [error, language, otherwise]);
  return { run: mutate, busy: isPending, problem };
}
