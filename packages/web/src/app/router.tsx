// Every page has a permanent address. What the server does not know as a file is the application, and the router finds
// the page; which pages there are stands in pages.tsx.
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { parseSearch, stringifySearch } from '../platform/address.ts';
import { Broken, Guard, Loading, Unknown } from './PageStates.tsx';
import { pages } from './pages.tsx';
import { Shell } from './Shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: Unknown });

const routes = pages.map(({ path, permission, component: Inside }) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: () => (
      <Guard permission={permission}>
        <Inside />
      </Guard>
    ),
    loader: () => (Inside as { preload?: () => Promise<void> }).preload?.(),
    pendingComponent: Loading,
    errorComponent: Broken,
  }),
);

export const router = createRouter({ routeTree: root.addChildren(routes), parseSearch, stringifySearch });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
