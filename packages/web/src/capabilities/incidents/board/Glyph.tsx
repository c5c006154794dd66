import { useBoardText } from './words.ts';

/** Priority by shape and colour: diamond, triangle, disc, ring. */
export function Glyph({ priority, quiet = false }: { priority: number; quiet?: boolean }) {
  const text = useBoardText();
  const name = text(`p${priority}` as 'p1');
  const colour = quiet ? 'currentColor' : `var(--p${priority})`;
  return (
    <svg className="g" viewBox="0 0 14 14" fill={colour} role="img" aria-label={name} aria-hidden={quiet}>
      {priority === 1 && <path d="M7 0 14 7 7 14 0 7Z" />}
      {priority === 2 && <path d="M7 1 14 13H0Z" />}
      {priority === 3 && <circle cx="7" cy="7" r="5.5" />}
      {priority === 4 && <circle cx="7" cy="7" r="4.5" fill="none" stroke={colour} strokeWidth="2" />}
    </svg>
  );
}
