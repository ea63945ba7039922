import type { ActingApplication, Actor } from '../access/actor.ts';
import type { Tallies } from '../compiled/tally.ts';
import { sandboxTowns } from '../towns/sandbox.ts';
import { allowances, type Caller } from './caller.ts';
import type { OperationCost } from './operation-cost.ts';
import type { Part } from './part.ts';

/** What an operation takes of the points of one caller. */
export interface Share {
  caller: Caller;
  /** The town in which an application asks; undefined where it names none that lets it, and of other callers. */
  town: number | undefined;
  /** The points that it costs at the most. */
  asked: number;
  /** What it has cost, in points. */
  used: (tallies: Tallies) => number;
}

/**
 * What an operation of somebody takes, and of whose points: of their account’s, or of the application’s through which they ask. What each of its
 * root fields costs is paid in the town that the field names, so that nobody pays in one town for what is read of another; one that names
 * several is paid in equal parts in each.
 */
export function sharesOf(
  actor: Actor | undefined,
  cost: OperationCost,
  variables: Readonly<Record<string, unknown>>,
): readonly Share[] {
  const all = (caller: Caller, town?: number): readonly Share[] => [
    { caller, town, asked: cost.estimate(variables), used: (tallies) => tallies.used },
  ];
  if (!actor) return all({ name: 'nobody', ...allowances.nobody, isAlwaysTold: false });
  const { application, accountId } = actor;
  if (!application) return all({ name: `account ${accountId}`, ...allowances.account, isAlwaysTold: false });
  const byTown = new Map<number | undefined, Paid[]>();
  for (const part of cost.parts(variables)) {
    const towns = townsPaying(application, part.towns);
    for (const town of towns) byTown.set(town, [...(byTown.get(town) ?? []), { ...part, among: towns.length }]);
  }
  const [only] = [...byTown.keys()];
  if (byTown.size < 2) return all(callerIn(application, only), only);
  return [...byTown]
    .toSorted(([one = 0], [other = 0]) => one - other)
    .map(([town, parts]) => ({ caller: callerIn(application, town), town, ...paidOf(parts) }));
}

/** What is not asked for by an operation takes of the points of somebody, in a town. */
export function shareIn(actor: Actor, town: number, points: number): Share {
  const { application, accountId } = actor;
  const [paying] = application ? townsPaying(application, [town]) : [undefined];
  const caller = application
    ? callerIn(application, paying)
    : { name: `account ${accountId}`, ...allowances.account, isAlwaysTold: false };
  return { caller, town: paying, asked: points, used: () => points };
}

/** A part that so many towns pay. */
type Paid = Part & { among: number };

function paidOf(parts: readonly Paid[]): Pick<Share, 'asked' | 'used'> {
  const among = [...new Map(parts.map((part) => [part.name, part.among]))];
  return {
    asked: parts.reduce((sum, part) => sum + Math.ceil(part.points / part.among), 0),
    used: (tallies) => among.reduce((sum, [name, towns]) => sum + Math.ceil(tallies.of(name).used / towns), 0),
  };
}

/** Whoever registers one application after the other has no more points where no town decides about them. */
function callerIn({ id, ownerId }: ActingApplication, town: number | undefined): Caller {
  const where = town === undefined ? '' : ` in ${town}`;
  const who = town === undefined || inSandbox.has(town) ? `developer ${ownerId}` : `application ${id}`;
  return { name: `${who}${where}`, ...allowances.application, isAlwaysTold: true };
}

const inSandbox: ReadonlySet<number> = new Set(sandboxTowns.map(({ code }) => Number(code)));

/** Of the towns that a field names those that let the application see or do something. The sandbox, which lets everybody, pays for no other town. */
function townsPaying({ consents }: ActingApplication, named: readonly number[]): readonly (number | undefined)[] {
  const letting = named.filter((town) => consents.has(town));
  const others = letting.filter((town) => !inSandbox.has(town));
  if (others.length > 0) return others;
  return letting.length > 0 ? letting : [undefined];
}
