import { createContext, use } from 'react';
import type { Permission, ViewerQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai, isOver } from '../ui/day.ts';

export const VIEWER = graphql(`
  query Viewer {
    viewer {
      account { id name displayName }
      permissions
      assignments {
        id
        role
          district { id code name }
        town { id code name district { id name } }
        unit { id name kind }
        team { id name block { id name } }
        person { id name }
      }
    }
  }
`);

export type Viewer = NonNullable<ViewerQuery['viewer']>;
export type Assignment = Viewer['assignments'][number];

export const ViewerContext = createContext<Viewer | null>(null);

/** Who is signed in. Only for pages inside the shell, which waits for it; throws elsewhere. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error('useViewer outside the shell');
  return viewer;
}

/** As whom the viewer acts in a town; undefined where nobody was said. */
export function useSelf(town: string): { id: string; name: string } | undefined {
  return useHeld(town).flatMap(({ person }) => person ?? [])[0];
}

/** Where the viewer works in a town: the block of a team, or a unit; none for whoever works for all of the town. */
export function useOwnUnit(town: string): string | undefined {
  return useHeld(town).flatMap(({ team, unit }) => team?.block?.id ?? unit?.id ?? [])[0];
}

/** The block of the viewer's team in a town; none for whoever works for more than a block. */
export function useOwnBlock(town: string): string | undefined {
  return useHeld(town).flatMap(({ team }) => team?.block?.id ?? [])[0];
}

function useHeld(town: string): Assignment[] {
  return useViewer().assignments.filter((held) => held.town?.code === town);
}

/**
 * Whether one of the permissions that an object grants its viewer is `permission`. What is shown on another day than
 * today, or is over, is only read: what would change it is not offered.
 */
export function can(
  of: { viewerCan: readonly Permission[]; asOf?: string; validTo?: string | null } | null | undefined,
  permission: Permission,
): boolean {
  if (!of) return false;
  const { viewerCan, asOf = dayInShanghai(), validTo = null } = of;
  const readOnly = asOf !== dayInShanghai() || isOver({ asOf, validTo });
  return viewerCan.includes(permission) && (!readOnly || /_(READ|COUNT|EXPORT)$/.test(permission));
}
