import { IconDots } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../platform/session.ts';
import { useText } from '../platform/text.ts';
import { pages } from './pages.tsx';

/** How many pages stand in the bar of a phone beside the button for the rest. */
const inBar = 4;

/** The capabilities that my posts use: a rail beside the page; on a phone a bar below it, where a thumb reaches. */
export function Rail() {
  const { t } = useText();
  const { session } = useSession();
  const path = useLocation({ select: (location) => location.pathname });
  const [whole, setWhole] = useState(false);
  const open = pages.filter((page) => page.inRail !== false && session.actions.includes(page.permission));
  if (open.length < 2) return <span hidden />;
  const rest = open.length > inBar + 1 ? open.slice(inBar) : [];
  const inRest = rest.some((page) => path === page.to || path.startsWith(`${page.to}/`));
  return (
    <nav className="rail" aria-label={t('pages')} data-whole={whole || undefined}>
      {open.map((page) => {
        const { to, word, icon: Icon } = page;
        return (
          <Link
            key={to}
            to={to}
            title={t(word)}
            onClick={() => setWhole(false)}
            className={rest.includes(page) ? 'rail-rest' : undefined}
            activeOptions={{ exact: to === '/', includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            <Icon size={20} stroke={1.6} aria-hidden />
            <span>{t(word)}</span>
          </Link>
        );
      })}
      {rest.length > 0 && (
        <button
          type="button"
          className={inRest ? 'rail-more is-here' : 'rail-more'}
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          <IconDots size={20} stroke={1.6} aria-hidden />
          <span>{t('more')}</span>
        </button>
      )}
    </nav>
  );
}
