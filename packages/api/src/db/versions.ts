/** A period `[from, to)` of days; without an end while `to` is null. */
export interface Period {
  from: string;
  to: string | null;
}

/** What something is over a period. */
export interface Version<State> extends Period {
  state: Readonly<State>;
  /** The stored row that says so; undefined for what is not written yet. */
  row?: string;
}

/** The versions of one thing, oldest first. Only places in overlays may have gaps between them. */
export type Versions<State> = readonly Version<State>[];

/** Whether a period holds a day. */
export function holdsOn(period: Period, day: string): boolean {
  return period.from <= day && (period.to === null || period.to > day);
}

/** What two periods have in common; undefined where they share no day. */
export function overlapOf(a: Period, b: Period): Period | undefined {
  if (a.from > b.from) return overlapOf(b, a);
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to;
  return to === null || to > b.from ? { from: b.from, to } : undefined;
}

/** The periods from a day on in which a thing is not there, or not such as `suits` says. */
export function gapsIn<State>(versions: Versions<State>, day: string, suits: (state: State) => boolean): Period[] {
  const gaps: Period[] = [];
  let from: string | null = day;
  for (const version of versions) {
    if (from === null) break;
    if (!suits(version.state) || (version.to !== null && version.to <= from)) continue;
    if (version.from > from) gaps.push({ from, to: version.from });
    from = version.to;
  }
  return from === null ? gaps : [...gaps, { from, to: null }];
}

/** The state on a day; undefined outside the thing's life. */
export function stateOn<State>(versions: Versions<State>, day: string): Readonly<State> | undefined {
  return versions.find((version) => holdsOn(version, day))?.state;
}

/** The version on a day, or, outside the thing's life, the first or last that it has. */
export function versionNear<State>(versions: Versions<State>, day: string): Version<State> | undefined {
  return (
    versions.find((version) => holdsOn(version, day)) ??
    versions.find((version) => version.from > day) ??
    versions.at(-1)
  );
}

/** The thing's life from its first to its last version. */
export function lifeOf<State>(versions: Versions<State>): Period | undefined {
  const [first, last] = [versions[0], versions.at(-1)];
  return first && last && { from: first.from, to: last.to };
}

/**
 * Gives members of the state other values from a day on. Each holds until the member's next change: what was settled
 * for a later day stays.
 */
export function setFrom<State extends object>(
  versions: Versions<State>,
  day: string,
  patch: Partial<State>,
): Version<State>[] {
  const present = stateOn(versions, day);
  const lasting = new Set(Object.keys(patch) as (keyof State)[]);
  return join(
    cut(versions, day).map((version) => {
      if (!present || version.from < day) return version;
      for (const key of lasting) if (version.state[key] !== present[key]) lasting.delete(key);
      const values = Object.fromEntries([...lasting].map((key) => [key, patch[key]]));
      return changed(version, { ...version.state, ...values });
    }),
  );
}

/**
 * Puts a whole state from a day on until the next version, also in a gap: what was settled for a later day stays. Where
 * no version follows, it lasts until `end`.
 */
export function putFrom<State extends object>(
  versions: Versions<State>,
  day: string,
  state: State,
  end: string | null,
): Version<State>[] {
  const next = versions.find((version) => version.from > day);
  const held = versions.find((version) => holdsOn(version, day));
  const put = { from: day, to: held ? held.to : (next?.from ?? end), state };
  return join([...takeFrom(versions, day), put].sort((a, b) => (a.from < b.from ? -1 : 1)));
}

/** Takes away what the thing is from a day on until its next version, which stays. */
export function takeFrom<State>(versions: Versions<State>, day: string): Version<State>[] {
  return cut(versions, day).filter((version) => version.from !== day);
}

/** Puts one value in the place of another wherever it stands from a day on. */
export function replaceFrom<State extends object, Key extends keyof State>(
  versions: Versions<State>,
  day: string,
  key: Key,
  value: State[Key],
  next: State[Key],
): Version<State>[] {
  return join(
    cut(versions, day).map((version) =>
      version.from >= day && version.state[key] === value
        ? changed(version, { ...version.state, [key]: next })
        : version,
    ),
  );
}

/** Ends the thing on a day, the first one without it. Ended on its first day, it was never there. */
export function endOn<State>(versions: Versions<State>, day: string): Version<State>[] {
  return cut(versions, day).filter((version) => version.from < day);
}

function changed<State extends object>(version: Version<State>, state: State): Version<State> {
  return sameState(version.state, state) ? version : { from: version.from, to: version.to, state };
}

/** The same history with a boundary on the day. */
function cut<State>(versions: Versions<State>, day: string): Version<State>[] {
  return versions.flatMap((version) => {
    const { from, to, state } = version;
    if (from >= day || !holdsOn(version, day)) return [version];
    return [
      { from, to: day, state },
      { from: day, to, state },
    ];
  });
}

/** Takes boundaries away that say nothing, unless both sides are stored so. */
function join<State extends object>(versions: Versions<State>): Version<State>[] {
  const joined: Version<State>[] = [];
  for (const version of versions) {
    const last = joined.at(-1);
    const stored = last?.row !== undefined && version.row !== undefined;
    if (last && !stored && last.to === version.from && sameState(last.state, version.state)) {
      joined[joined.length - 1] = { from: last.from, to: version.to, state: last.state };
    } else joined.push(version);
  }
  return joined;
}

function sameState<State extends object>(a: Readonly<State>, b: Readonly<State>): boolean {
  const keys = Object.keys(a) as (keyof State)[];
  return keys.every((key) => a[key] === b[key]);
}
