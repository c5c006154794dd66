import type { ReactNode } from 'react';

interface Props {
  label: string;
  className: string;
  children: ReactNode;
}

/** A part that scrolls by itself: by keyboard too, so it takes the focus and has a name. */
export function Scrolled({ label, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
