import { createHash } from 'node:crypto';
import type { Desk } from '../db/door.ts';
import { holdsOn, versionNear } from '../db/versions.ts';
import { type Handlings, handlingOf } from '../imports/duplicates.ts';
import { readPath } from '../imports/path.ts';
import { TownIndex } from '../imports/town-index.ts';
import { inTurns } from '../in-turns.ts';
import type { IndustryType } from '../organizations/organization.type.ts';
import { industriesOf, organizationKindsOf } from '../organizations/organization-lists.ts';
import {
  type OrganizationFacts,
  type OrganizationLine,
  organizationsOfTowns,
} from '../organizations/organization-rows.ts';
import type { NewOrganization } from '../organizations/register-organization.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { type Timeline, timelineOf } from '../units/timeline.ts';
import type { Column } from './columns.ts';
import { KnownOrganizations, type Sign } from './known-organizations.ts';
import type { FileOrganization, ReadOrganizations, RowError } from './read-organizations.ts';

/** A row that may describe an organisation of another unit, or of another row. */
interface Duplicate {
  row: number;
  name: string;
  /** The organisation of the town; null where it is another row of the file. */
  known: string | null;
  otherRow: number | null;
}

/** What importing a file of organisations does to a town. */
export interface OrganizationPlan {
  organizations: NewOrganization[];
  rows: number;
  /** How many rows describe what is there already. */
  unchanged: number;
  duplicates: Duplicate[];
  errors: RowError[];
  /** The same for the same file in the same town, whatever is to become of duplicates. */
  digest: string;
}

/**
 * Works out what a file of organisations makes of the desk's town; `day` is that of rows without one, and on which units are
 * looked up. It adds what is not there, and changes nothing of what is. Writes nothing; three statements, and those of the tree.
 */
export async function planOrganizations(
  desk: Desk,
  townName: string,
  { organizations, errors, rows }: ReadOrganizations,
  day: string,
  handlings: Handlings,
): Promise<OrganizationPlan> {
  const [timeline, lineage, kinds, industries, lines] = await Promise.all([
    desk.load(timelineOf, desk.town),
    desk.load(lineageOfTowns, desk.town),
    desk.load(organizationKindsOf, desk.town),
    desk.load(industriesOf, desk.town),
    desk.load(organizationsOfTowns, desk.town),
  ]);
  const known = new KnownOrganizations(lines, (unit, on) => standsIn(timeline, lineage, unit, on));
  const town = new TownPlan(
    timeline,
    new TownIndex(townName, timeline, day),
    { kinds, industries },
    known,
    day,
    errors,
  );
  for await (const row of inTurns(organizations)) town.plan(row);
  const found = town.errors.toSorted((a, b) => a.row - b.row);
  const duplicates = town.duplicates;
  const left = new Set(duplicates.filter(({ row }) => handlingOf(handlings, row) === 'SKIP').map(({ row }) => row));
  return {
    ...{ rows, unchanged: town.unchanged, duplicates, errors: found },
    organizations: town.planned.filter(({ row }) => !left.has(row)).map(({ organization }) => organization),
    digest: createHash('sha256')
      .update(JSON.stringify([town.planned, duplicates, found]))
      .digest('hex'),
  };
}

/** Plans row by row, and collects what is wrong with them. */
class TownPlan {
  readonly planned: { row: number; organization: NewOrganization }[] = [];
  readonly duplicates: Duplicate[] = [];
  readonly errors: RowError[];
  unchanged = 0;
  readonly #rowOfCode = new Map<string, number>();
  /** Rows of a name, each with its unit and code. */
  readonly #rowsOfName = new Map<string, ({ row: number } & Sign)[]>();

  constructor(
    readonly timeline: Timeline,
    readonly index: TownIndex,
    readonly lists: { kinds: readonly IndustryType[]; industries: readonly IndustryType[] },
    readonly known: KnownOrganizations,
    readonly day: string,
    errors: readonly RowError[],
  ) {
    this.errors = [...errors];
  }

  plan(file: FileOrganization): void {
    const before = this.errors.length;
    const from = file.from ?? this.day;
    const unit = this.#unit(file);
    const kind = this.#entry(file, 'kind', this.lists.kinds, file.kind);
    const industry =
      file.industry === null ? null : this.#entry(file, 'industry', this.lists.industries, file.industry);
    if (!unit || !kind || industry === undefined) return;
    const sign = { name: file.name, unit, creditCode: file.creditCode, from };
    const twin = this.#twin(file.row, sign);
    const state: OrganizationFacts = {
      ...{ name: file.name, unit_id: unit, kind_id: kind.uuid, industry_id: industry?.uuid ?? null },
      ...{ size: file.size, party_members: file.partyMembers ?? 0 },
    };
    const there = this.known.find(sign);
    if (there) {
      this.#recognise(file, there, state);
      return;
    }
    this.#outlasts(file, from, unit, { kind, industry });
    if (this.errors.length > before) return;
    const elsewhere = this.known.findElsewhere(sign);
    if (elsewhere) this.duplicates.push({ row: file.row, name: file.name, known: elsewhere.uuid, otherRow: null });
    else if (twin) this.duplicates.push({ row: file.row, name: file.name, known: null, otherRow: twin });
    const { creditCode, contacts } = file;
    this.planned.push({ row: file.row, organization: { creditCode, from, state, contacts } });
  }

  /** A row that says of an organisation something else than the town does, or that it is there when it has closed, is at fault. */
  #recognise(file: FileOrganization, there: OrganizationLine, row: OrganizationFacts): void {
    const before = this.errors.length;
    const state = versionNear(there.versions, this.day)?.state;
    if (!state) return;
    const differs = (column: Column, value: string | number | null) =>
      this.#fault(file, column, 'rowDiffers', { value: value ?? '' });
    const nameOf = (list: readonly IndustryType[], uuid: string | null) =>
      list.find((each) => each.uuid === uuid)?.name ?? '';
    const at = this.known.unitOn(state.unit_id, this.day);
    if (row.name !== state.name) differs('name', state.name);
    if (row.unit_id !== at) differs('unit', at === null ? this.index.town.name : this.timeline.nameOn(at, this.day));
    if (row.kind_id !== state.kind_id) differs('kind', nameOf(this.lists.kinds, state.kind_id));
    if (row.industry_id !== null && row.industry_id !== state.industry_id) {
      differs('industry', nameOf(this.lists.industries, state.industry_id));
    }
    if (file.creditCode !== null && file.creditCode !== there.creditCode) differs('creditCode', there.creditCode);
    if (file.size !== null && file.size !== state.size) differs('size', state.size);
    if (file.partyMembers !== null && file.partyMembers !== state.party_members) {
      differs('partyMembers', state.party_members);
    }
    if (file.from !== null && file.from < there.validFrom) {
      this.#fault(file, 'from', 'dateBeforeBeginning', { date: there.validFrom });
    }
    const { validTo } = there;
    if (validTo !== null && validTo <= this.day) this.#fault(file, 'name', 'organizationClosed', { date: validTo });
    if (this.errors.length === before) this.unchanged += 1;
  }

  /** The unit that a row names. */
  #unit(file: FileOrganization): string | undefined {
    const path = file.unit.slice(0, 200);
    const found = this.index.find(readPath(file.unit));
    const [node, another] = found.filter(({ uuid }) => uuid !== null && this.timeline.find(uuid)?.overlayId === null);
    if (!node?.uuid) return this.#fault(file, 'unit', 'rowParentMissing', { path });
    if (another) return this.#fault(file, 'unit', 'rowParentAmbiguous', { path });
    return node.uuid;
  }

  /** The entry of a list that a row names: the one that holds, or the last that did. */
  #entry(
    file: FileOrganization,
    column: 'kind' | 'industry',
    list: readonly IndustryType[],
    name: string,
  ): IndustryType | undefined {
    const day = file.from ?? this.day;
    const named = list.filter((each) => each.name === name);
    const entry = named.find((each) => holdsOn({ from: each.validFrom, to: each.validTo }, day)) ?? named.at(-1);
    if (entry) return entry;
    const words = list.filter(({ validTo }) => validTo === null).map((each) => each.name);
    return this.#fault(file, column, 'rowWord', { value: name.slice(0, 40), words: words.join('、') });
  }

  /** Refuses an organisation of what is not there, or ends, while it lasts. */
  #outlasts(
    file: FileOrganization,
    from: string,
    unit: string,
    { kind, industry }: { kind: IndustryType; industry: IndustryType | null },
  ): void {
    const life = this.timeline.lifeOf(unit);
    if (life && from < life.from) this.#fault(file, 'from', 'dateBeforeBeginning', { date: life.from });
    for (const [column, entry] of [
      ['kind', kind],
      ['industry', industry],
    ] as const) {
      if (entry && from < entry.validFrom) this.#fault(file, 'from', 'dateBeforeBeginning', { date: entry.validFrom });
      if (entry && entry.validTo !== null) this.#fault(file, column, 'entryEnds', { date: entry.validTo });
    }
  }

  /** Refuses a row that describes the same as another; answers the row of the same name in another unit, if there is one. */
  #twin(row: number, sign: Sign): number | undefined {
    const { name, unit, creditCode } = sign;
    const ofCode = creditCode === null ? undefined : this.#rowOfCode.get(creditCode);
    if (creditCode !== null && ofCode === undefined) this.#rowOfCode.set(creditCode, row);
    const named = this.#rowsOfName.get(name) ?? [];
    const same = named.find((each) => each.unit === unit);
    this.#rowsOfName.set(name, [...named, { row, ...sign }]);
    if (ofCode !== undefined) this.#fault({ row }, 'creditCode', 'rowTwice', { row: ofCode });
    else if (same) this.#fault({ row }, 'name', 'rowTwice', { row: same.row });
    return named.find((each) => each.unit !== unit && (each.creditCode === null || creditCode === null))?.row;
  }

  #fault(
    { row }: { row: number },
    column: Column,
    message: RowError['message'],
    values: RowError['values'] = {},
  ): undefined {
    this.errors.push({ row, column, message, values });
  }
}
