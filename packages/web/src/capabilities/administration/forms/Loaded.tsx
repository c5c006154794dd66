import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from './use-command.ts';
import { useFormWords } from './words.ts';

interface LoadedProps<Data> {
  query: Pick<UseQueryResult<Data>, 'data' | 'isError' | 'error' | 'fetchStatus'> & { refetch(): unknown };
  children(data: Data): ReactNode;
}

/** What a query brought, or why it brought nothing and a way to ask again. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  const { say, language } = useFormWords();
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return (
      <div className="adm-state" role="alert">
        <p>{problemOf(query.error, language, say('loadFailed')).text}</p>
        <button type="button" className="chip" onClick={() => query.refetch()}>
          {say('again')}
        </button>
      </div>
    );
  }
  return (
    <p className="adm-state" role="status">
      {say('loading')}
    </p>
  );
}
