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
  const { assignments } = useViewer();
  return assignments.find((held) => held.town?.code === town && held.person !== null)?.person ?? undefined;
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
