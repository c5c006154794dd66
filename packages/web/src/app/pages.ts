import { useCallback, useEffect, useState } from 'react';
import type { Word } from '../platform/text.ts';

interface Page {
  path: string;
  word: Word;
  /** The action without which the page is not offered; the server judges again. */
  permission: string;
}

/** The pages of the product, in the order of the rail. Each has a permanent address. */
export const pages: readonly Page[] = [
  { path: '/', word: 'board', permission: 'incident.read' },
  { path: '/overview', word: 'overview', permission: 'analysis.read' },
  { path: '/imports', word: 'imports', permission: 'import.run' },
];

/** Returns the page of an address among those open to a person: the first of them for an address that is none. */
export const pageAt = (path: string, open: readonly Page[]): Page | undefined =>
  open.find((page) => page.path === path) ?? open[0];

/** The path of the address, and a way to go elsewhere that Back undoes. */
export function usePath(): [string, (path: string) => void] {
  const [path, setPath] = useState(() => location.pathname);
  useEffect(() => {
    const moved = () => setPath(location.pathname);
    addEventListener('popstate', moved);
    return () => removeEventListener('popstate', moved);
  }, []);
  const go = useCallback((next: string) => {
    history.pushState(null, '', next);
    setPath(next);
  }, []);
  return [path, go];
}
