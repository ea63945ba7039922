import { type Assignment, useViewer } from './viewer.ts';

/** Where the viewer works in a town: the block of a team, or a unit; none for whoever works for all of the town. */
export function useOwnUnit(town: string): string | undefined {
  return useHeld(town).flatMap(({ team, unit }) => team?.block?.id ?? unit?.id ?? [])[0];
}

/** The block of the viewer's team in a town; none for whoever works for more than a block. */
export function useOwnBlock(town: string): string | undefined {
  return useHeld(town).flatMap(({ team }) => team?.block?.id ?? [])[0];
}

function useHeld(town: string): Assignment[] {
  return useViewer().assignments.filter((assignment) => assignment.town?.code === town);
}
