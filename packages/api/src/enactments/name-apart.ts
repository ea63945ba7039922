import { overlapOf, type Version, type Versions } from '../db/versions.ts';
import { longestName } from '../schema/text.ts';

/**
 * Gives what has come to another place on a day another name where its own is in use there: that of its old place before
 * its own and, if that is in use as well, with a number. `sharesPlace` says whether two states must differ in their name.
 */
export function nameApart<State extends { name: string }>(
  versions: Versions<State>,
  day: string,
  oldPlace: string,
  others: Versions<State>,
  sharesPlace: (a: Readonly<State>, b: Readonly<State>) => boolean,
): Version<State>[] {
  const names = new Map<string, string>();
  for (const own of new Set(versions.filter(({ from }) => from >= day).map(({ state }) => state.name))) {
    const named = versions.filter(({ from, state }) => from >= day && state.name === own);
    const rivals = others.filter((other) =>
      named.some((version) => sharesPlace(version.state, other.state) && overlapOf(version, other)),
    );
    const taken = new Set(rivals.map(({ state }) => state.name));
    names.set(own, taken.has(own) ? freeName(own, oldPlace, taken) : own);
  }
  return versions.map((version) => {
    const { from, to, state } = version;
    const name = from >= day ? names.get(state.name) : undefined;
    return name === undefined || name === state.name ? version : { from, to, state: { ...state, name } };
  });
}

function freeName(own: string, oldPlace: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : `（${number}）`;
    const kept = `${cut(own, longestName - ending.length)}${ending}`;
    const name = `${cut(oldPlace, longestName - [...kept].length)}${kept}`;
    if (!taken.has(name)) return name;
  }
}

/** What people see as one character: an emoji that is made of several is not cut. */
const seen = new Intl.Segmenter();

/** The beginning of a text, of so many characters at the most. */
function cut(text: string, most: number): string {
  let [kept, count] = ['', 0];
  for (const { segment } of seen.segment(text)) {
    count += [...segment].length;
    if (count > most) break;
    kept += segment;
  }
  return kept;
}
