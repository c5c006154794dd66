import type { MouseEvent, ReactNode } from 'react';

interface UnitLinkProps {
  unitId: number;
  choose(unitId: number): void;
  children: ReactNode;
}

/** A unit's name that leads to it, with its own address, so that it opens in another tab too. */
export function UnitLink({ unitId, choose, children }: UnitLinkProps) {
  const go = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(unitId);
  };
  return (
    <a className="org-link" href={`/organisation/${unitId}`} onClick={go}>
      <bdi>{children}</bdi>
    </a>
  );
}
