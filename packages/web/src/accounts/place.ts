/** What a role is held on, in words: a unit by its name, a team by its block and its name. */
export function placeOf(held: {
  unit: { name: string } | null;
  team: { name: string; block: { name: string } } | null;
}): string {
  if (held.team) return `${held.team.block.name} › ${held.team.name}`;
  return held.unit?.name ?? '';
}
