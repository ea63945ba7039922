import { gapsIn, overlapOf, type Period } from '../db/versions.ts';
import type { PartyState } from '../party-organizations/party-tree.ts';
import { establishing } from '../standings/standing-of.ts';
import type { CoverageWay } from './coverage.entity.ts';
import { type Link, misfitOf } from './coverage-rules.ts';
import { endedOn } from './link-steps.ts';

/** The links of which those of some Party organisations go on to another one from a day on, in ways that fit it. */
export function handedOn(
  links: readonly Link[],
  from: ReadonlySet<string>,
  into: string,
  state: Readonly<PartyState>,
  day: string,
): Link[] {
  const lasts = (link: Link) => overlapOf(link, { from: day, to: null });
  const coming = links.filter((link) => from.has(link.party) && establishing.has(link.way) && lasts(link));
  const established = new Set(coming.map(({ organization }) => organization));
  // Being established weighs more than being included otherwise, which makes room for as long as that lasts.
  const makesRoom = (link: Link) => established.has(link.organization) && !establishing.has(link.way);
  const goes = (link: Link) =>
    from.has(link.party) || (link.party === into && (wayOf(link, state) !== link.way || makesRoom(link)));
  const going = links
    .filter(goes)
    .toSorted((a, b) => Number(establishing.has(b.way)) - Number(establishing.has(a.way)));
  let after = endedOn(links, goes, day);
  for (const link of going) {
    const rest = lasts(link);
    if (!rest) continue;
    const { organization } = link;
    const there = after.filter((each) => each.party === into && each.organization === organization);
    const held = there.map(({ from: begins, to }) => ({ from: begins, to, state: {} }));
    const free = gapsIn(held.sort(byBeginning), rest.from, () => true).flatMap((gap) => overlapOf(gap, rest) ?? []);
    after = [...after, ...free.map((period) => ({ ...period, party: into, organization, way: wayOf(link, state) }))];
  }
  return after;
}

/** In which way a Party organisation that goes on for another one includes what that included. */
function wayOf({ way, organization }: Link, state: Readonly<PartyState>): CoverageWay {
  if (establishing.has(way)) return state.form === 'INDEPENDENT' ? 'INDEPENDENT' : 'JOINT';
  return misfitOf({ way, organization }, state) ? 'AFFILIATED' : way;
}

function byBeginning(a: Period, b: Period): number {
  return a.from < b.from ? -1 : 1;
}
