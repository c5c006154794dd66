import type { ReactNode } from 'react';

/** A part that scrolls by itself: by keyboard too, so it takes the focus and has a name. */
export function Scrolled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys
    <section className="numbers" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
