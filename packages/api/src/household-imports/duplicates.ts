import { inTurns } from '../in-turns.ts';
import type { FileHousehold, FileMember } from './file-household.ts';
import type { PresentMember } from './present-households.ts';

/** What is to become of somebody who may be in another household already. */
export const duplicateHandlings = ['REFUSE', 'SKIP', 'ADD'] as const;
export type DuplicateHandling = (typeof duplicateHandlings)[number];

/** What is to become of all such rows, and of single ones otherwise. */
export interface Handlings {
  all: DuplicateHandling;
  rows: ReadonlyMap<number, DuplicateHandling>;
}

/** What is to become of a row. */
export function handlingOf({ all, rows }: Handlings, row: number): DuplicateHandling {
  return rows.get(row) ?? all;
}

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

/** Whether two may be one person: the same name, and the same year of birth or telephone. */
function maybeOne(a: Who, b: Who): boolean {
  if (a.name !== b.name) return false;
  const year = a.birthYear !== null && a.birthYear === b.birthYear;
  return year || (a.telephone !== null && a.telephone === b.telephone);
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
  const knownByName = Map.groupBy(present, (member) => member.name);
  const seen = new Map<string, { code: string; member: FileMember }[]>();
  const duplicates: Duplicate[] = [];
  for await (const { code, members } of inTurns(households)) {
    for (const member of members) {
      const known = knownByName.get(member.name)?.find((each) => each.code !== code && maybeOne(each, member));
      const before = seen.get(member.name) ?? [];
      seen.set(member.name, before);
      const other = before.find((each) => each.code !== code && maybeOne(each.member, member));
      if (known) duplicates.push({ row: member.row, code, known, otherRow: null });
      else if (other) duplicates.push({ row: member.row, code, known: null, otherRow: other.member.row });
      before.push({ code, member });
    }
  }
  return duplicates.sort((a, b) => a.row - b.row);
}
