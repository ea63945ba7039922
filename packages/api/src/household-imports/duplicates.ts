import { inTurns } from '../in-turns.ts';
import type { FileHousehold, FileMember } from './file-household.ts';
import type { PresentMember } from './present-households.ts';

/** A row that may describe somebody whom another household of the town, or of the file, has already. */
export interface Duplicate {
  row: number;
  /** The number of the household that it is to come into. */
  code: string;
  /** The household of the town; null where it is another row of the file. */
  known: PresentMember | null;
  otherRow: number | null;
}

type Who = Pick<FileMember, 'name' | 'birthYear' | 'telephone'>;

/** What two have in common who may be one person: the name, and the year of birth or the telephone. */
function signsOf({ name, birthYear, telephone }: Who): string[] {
  const signs = [birthYear === null ? null : `born ${birthYear}`, telephone === null ? null : `telephone ${telephone}`];
  return signs.flatMap((sign) => (sign === null ? [] : `${name} ${sign}`));
}

/** People by their signs: a large file has thousands of one name. */
class People<Person extends { code: string | null }> {
  readonly #bySign = new Map<string, Person[]>();

  add(who: Who, person: Person): void {
    for (const sign of signsOf(who)) {
      const known = this.#bySign.get(sign);
      if (known) known.push(person);
      else this.#bySign.set(sign, [person]);
    }
  }

  /** The first who may be the same person, in a household of another number. */
  findElsewhere(who: Who, code: string): Person | undefined {
    for (const sign of signsOf(who)) {
      const found = this.#bySign.get(sign)?.find((person) => person.code !== code);
      if (found) return found;
    }
    return undefined;
  }
}

/** Whether two members of one household are told as the same: the same name, and no years of birth that tell them apart. */
export function sameMember(a: Who, b: Who): boolean {
  const apart = a.birthYear !== null && b.birthYear !== null && a.birthYear !== b.birthYear;
  return a.name === b.name && !apart;
}

/** The members of a file who may be in another household already, by row. */
export async function duplicatesAmong(
  households: readonly FileHousehold[],
  present: readonly PresentMember[],
): Promise<Duplicate[]> {
  const known = new People<PresentMember>();
  for await (const member of inTurns(present)) known.add(member, member);
  const seen = new People<{ code: string; row: number }>();
  const duplicates: Duplicate[] = [];
  for await (const { code, members } of inTurns(households)) {
    for (const member of members) {
      const there = known.findElsewhere(member, code);
      const other = seen.findElsewhere(member, code);
      if (there) duplicates.push({ row: member.row, code, known: there, otherRow: null });
      else if (other) duplicates.push({ row: member.row, code, known: null, otherRow: other.row });
      seen.add(member, { code, row: member.row });
    }
  }
  return duplicates.sort((a, b) => a.row - b.row);
}
