import { useViewer } from '../accounts/viewer.ts';

/** Where the viewer works in a town: the block of a team, or a unit; none for whoever works for all of the town. */
export function useOwnUnit(town: string): string | undefined {
  const held = useViewer().assignments.filter((assignment) => assignment.town?.code === town);
  return held.flatMap(({ team, unit }) => team?.block?.id ?? unit?.id ?? [])[0];
}
