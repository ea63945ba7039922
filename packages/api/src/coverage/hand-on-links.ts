import { gapsIn, overlapOf } from '../db/versions.ts';
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
  const goes = (link: Link) => from.has(link.party) || (link.party === into && wayOf(link, state) !== link.way);
  let after = endedOn(links, goes, day);
  const going = links
    .filter(goes)
    .toSorted((a, b) => Number(establishing.has(b.way)) - Number(establishing.has(a.way)));
  for (const link of going) {
    const rest = overlapOf(link, { from: day, to: null });
    if (!rest) continue;
    const way = wayOf(link, state);
    const there = (each: Link) => each.party === into && each.organization === link.organization;
    // Being established weighs more than being included otherwise.
    if (establishing.has(way)) after = endedOn(after, (each) => there(each) && !establishing.has(each.way), rest.from);
    const held = after.filter(there).map(({ from: begins, to }) => ({ from: begins, to, state: {} }));
    const free = gapsIn(held, rest.from, () => true).flatMap((gap) => overlapOf(gap, rest) ?? []);
    after = [...after, ...free.map((period) => ({ ...period, party: into, organization: link.organization, way }))];
  }
  return after;
}

/** In which way a Party organisation that goes on for another one includes what that included. */
function wayOf({ way, organization }: Link, state: Readonly<PartyState>): CoverageWay {
  if (establishing.has(way)) return state.form === 'INDEPENDENT' ? 'INDEPENDENT' : 'JOINT';
  return misfitOf({ way, organization }, state) ? 'AFFILIATED' : way;
}
