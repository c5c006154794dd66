import {
  IconChartHistogram,
  IconDatabaseImport,
  IconDeviceTv,
  IconKey,
  IconLayoutSidebarRight,
  IconListDetails,
  IconListSearch,
  type IconProps,
  IconShieldCheck,
  IconSitemap,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react';
import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Word } from '../platform/text.ts';
import { BoardPage } from './BoardPage.tsx';

export interface Page {
  /** The address, in the router's syntax: `/people/{-$personId}` has an optional part. */
  path: string;
  /** Where the rail leads. */
  to: string;
  word: Word;
  icon: ComponentType<IconProps>;
  /** The action without which the page is not offered; the server judges again. */
  permission: string;
  /** False for a page that is reached from others alone. */
  inRail?: boolean;
  component: ComponentType;
}

/** A page that comes when somebody opens it: what weighs more than the board must not delay it. */
const later = (load: () => Promise<{ default: ComponentType }>): ComponentType => lazyRouteComponent(load);

/** A page of forms and tables: comes with Mantine and TanStack Query around it (`ui/Office.tsx`). */
const office = (load: () => Promise<{ default: ComponentType }>): ComponentType =>
  later(async () => {
    const [{ Office }, { default: Inside }] = await Promise.all([import('../ui/Office.tsx'), load()]);
    return {
      default: () => (
        <Office>
          <Inside />
        </Office>
      ),
    };
  });

/** The pages of the product, in the order of the rail. Each has a permanent address. */
export const pages: readonly Page[] = [
  {
    path: '/',
    to: '/',
    word: 'board',
    icon: IconLayoutSidebarRight,
    permission: 'incident.read',
    component: BoardPage,
  },
  {
    path: '/incidents',
    to: '/incidents',
    word: 'incidents',
    icon: IconListSearch,
    permission: 'incident.read',
    component: office(() => import('../capabilities/incidents/pages/IncidentListPage.tsx')),
  },
  {
    path: '/incidents/$incidentId',
    to: '/',
    word: 'board',
    icon: IconLayoutSidebarRight,
    permission: 'incident.read',
    inRail: false,
    component: later(() => import('../capabilities/incidents/pages/IncidentPage.tsx')),
  },
  {
    path: '/wall',
    to: '/wall',
    word: 'wall',
    icon: IconDeviceTv,
    permission: 'incident.read',
    inRail: false,
    component: later(() => import('../capabilities/incidents/pages/WallPage.tsx')),
  },
  {
    path: '/overview',
    to: '/overview',
    word: 'overview',
    icon: IconChartHistogram,
    permission: 'analysis.read',
    component: later(() => import('../capabilities/analysis/pages/OverviewPage.tsx')),
  },
  {
    path: '/imports',
    to: '/imports',
    word: 'imports',
    icon: IconDatabaseImport,
    permission: 'import.run',
    component: office(() => import('../capabilities/sync/pages/ImportsPage.tsx')),
  },
  {
    path: '/organisation/{-$unitId}',
    to: '/organisation',
    word: 'organisation',
    icon: IconSitemap,
    permission: 'organisation.manage',
    component: office(() => import('../capabilities/administration/pages/OrganisationPage.tsx')),
  },
  {
    path: '/people/{-$personId}',
    to: '/people',
    word: 'people',
    icon: IconUsers,
    permission: 'people.manage',
    component: office(() => import('../capabilities/administration/pages/PeoplePage.tsx')),
  },
  {
    path: '/roles/{-$roleId}',
    to: '/roles',
    word: 'roles',
    icon: IconKey,
    permission: 'people.manage',
    component: office(() => import('../capabilities/administration/pages/RolesPage.tsx')),
  },
  {
    path: '/reference',
    to: '/reference',
    word: 'reference',
    icon: IconListDetails,
    permission: 'reference.manage',
    component: office(() => import('../capabilities/administration/pages/ReferencePage.tsx')),
  },
  {
    path: '/audit',
    to: '/audit',
    word: 'audit',
    icon: IconShieldCheck,
    permission: 'audit.read',
    component: office(() => import('../capabilities/administration/pages/AuditPage.tsx')),
  },
  {
    path: '/account',
    to: '/account',
    word: 'account',
    icon: IconUserCircle,
    permission: 'account.self',
    inRail: false,
    component: office(() => import('../capabilities/administration/pages/AccountPage.tsx')),
  },
];
