// What surrounds pages of forms and tables: Mantine in our own colours and direction, and the cache of what they read.
// It comes with the first such page, so that the board stays light.
import {
  Button,
  createTheme,
  DirectionProvider,
  MantineProvider,
  ModalHeader,
  Portal,
  useDirection,
} from '@mantine/core';
import '@mantine/core/styles.layer.css';
import './office.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useAppearance } from '../app/appearance.ts';
import { useSession } from '../platform/session.ts';

const theme = createTheme({
  fontFamily: 'var(--font)',
  fontSizes: { xs: '11px', sm: '13px', md: '13px', lg: '15px', xl: '17px' },
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The head of a dialog is not the head of the page.
    ModalHeader: ModalHeader.extend({ defaultProps: { role: 'presentation' } }),
    // Dialogs and lists stand within what the lock of a left seat makes untouchable.
    Portal: Portal.extend({ defaultProps: { target: '.access-behind' } }),
    // On our accent the ink is ours too: dark on light, light on dark.
    Button: Button.extend({
      vars: (_theme, { variant, color }) => ({
        root: variant === undefined && color === undefined ? { '--button-color': 'var(--on-accent)' } : {},
      }),
    }),
  },
});

/** Wraps a page: see `office` in app/pages.tsx. */
export function Office({ children }: { children: ReactNode }) {
  const { theme: scheme } = useAppearance();
  const { session } = useSession();
  const { personId } = session.person;
  // One cache a person: the next at this seat finds nothing of what the last one read.
  const client = useMemo(() => newClient(personId), [personId]);
  return (
    <QueryClientProvider client={client}>
      <DirectionProvider detectDirection={false}>
        <MantineProvider theme={theme} forceColorScheme={scheme}>
          <Direction />
          {children}
        </MantineProvider>
      </DirectionProvider>
    </QueryClientProvider>
  );
}

function newClient(_personId: string): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Without a link too: a page that cannot read says so, rather than load for ever.
        networkMode: 'always',
        // A refusal is an answer; only what did not arrive is asked for again.
        retry: (failures, error) => (error as { status?: number }).status === undefined && failures < 2,
      },
    },
  });
}

function Direction() {
  const { language } = useAppearance();
  const { setDirection } = useDirection();
  useEffect(() => setDirection(language === 'ar' ? 'rtl' : 'ltr'), [language, setDirection]);
  return null;
}
