import { establishing } from '../standings/standing-of.ts';
import type { Link, LinkSurroundings } from './coverage-rules.ts';

/**
 * The links with a new one from its day on, and the new one: it lasts until either of the two ends, or until what was settled for a
 * later day begins that does not go with it.
 */
export function withLink(
  links: readonly Link[],
  link: Omit<Link, 'row' | 'to'>,
  { tree, lifeOf }: LinkSurroundings,
): Link[] {
  const later = links.filter((each) => each.from > link.from && excludes(each, link)).map(({ from }) => from);
  const ends = [tree.lifeOf(link.party)?.to, lifeOf(link.organization)?.to, ...later].flatMap((day) => day ?? []);
  return [...links, { ...link, to: ends.filter((day) => day > link.from).sort()[0] ?? null }];
}

/** Whether two links must not hold on the same day. */
function excludes(a: Omit<Link, 'to'>, b: Omit<Link, 'to'>): boolean {
  if (a.organization !== b.organization) return false;
  return a.party === b.party || (establishing.has(a.way) && establishing.has(b.way));
}

/** The links of which some end on a day; those that were to begin later never do. */
export function endedOn(links: readonly Link[], ending: (link: Link) => boolean, day: string): Link[] {
  return links.flatMap((link) => {
    if (!ending(link) || (link.to !== null && link.to <= day)) return [link];
    return link.from < day ? [{ ...link, to: day }] : [];
  });
}
