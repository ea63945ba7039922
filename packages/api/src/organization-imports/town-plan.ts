import type { Desk } from '../db/door.ts';
import { holdsOn, versionNear } from '../db/versions.ts';
import { Refusal } from '../errors.ts';
import { readPath } from '../imports/path.ts';
import type { TownIndex } from '../imports/town-index.ts';
import type { IndustryType } from '../organizations/organization.type.ts';
import type { OrganizationFacts, OrganizationLine } from '../organizations/organization-rows.ts';
import { moreMembers } from '../organizations/read-facts.ts';
import type { NewOrganization } from '../organizations/register-organization.ts';
import { type RevisedOrganization, revisedFrom } from '../organizations/revised-organization.ts';
import type { Timeline } from '../units/timeline.ts';
import { type Column, columns } from './columns.ts';
import { compare, type Difference, type Shown } from './differences.ts';
import type { KnownOrganizations, Sign } from './known-organizations.ts';
import type { FileOrganization, RowError } from './read-organizations.ts';

/** A row that may describe an organisation of another unit, or of another row. */
export interface Duplicate {
  row: number;
  name: string;
  /** The organisation of the town; null where it is another row of the file. */
  known: string | null;
  otherRow: number | null;
}

/** Plans row by row, and collects what is wrong with them. */
export class TownPlan {
  readonly planned: { row: number; organization: NewOrganization }[] = [];
  readonly duplicates: Duplicate[] = [];
  readonly differences: Difference[] = [];
  readonly errors: RowError[];
  unchanged = 0;
  readonly #rowOfCode = new Map<string, number>();
  /** Rows by the organisation of the town that they describe. */
  readonly #rowOfKnown = new Map<string, number>();
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
    const more = moreMembers(state, from);
    if (more) {
      this.#fault(file, 'partyMembers', 'moreMembers', more);
      return;
    }
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

  /** Notes what a row says otherwise of an organisation that is there. A row of one that has closed, or of what another row describes, is at fault. */
  #recognise(file: FileOrganization, there: OrganizationLine, row: OrganizationFacts): void {
    const before = this.errors.length;
    const state = versionNear(there.versions, this.day)?.state;
    if (!state) return;
    const { validFrom, validTo } = there;
    const other = this.#rowOfKnown.get(there.uuid);
    if (other === undefined) this.#rowOfKnown.set(there.uuid, file.row);
    else if (this.errors.at(-1)?.row !== file.row) this.#fault(file, 'name', 'rowTwice', { row: other });
    if (file.from !== null && file.from < validFrom) {
      this.#fault(file, 'from', 'dateBeforeBeginning', { date: validFrom });
    }
    if (validTo !== null && validTo <= this.day) this.#fault(file, 'name', 'organizationClosed', { date: validTo });
    if (this.errors.length > before || other !== undefined) return;
    const { facts, patch } = compare(file, row, there, this.#shown(state));
    if (facts.length === 0) this.unchanged += 1;
    else {
      const from = [validFrom, this.day].toSorted().at(-1) ?? this.day;
      this.differences.push({ row: file.row, line: there, facts, patch: { from, ...patch } });
    }
  }

  /** An organisation of the town as people read it, on the day of the import. */
  #shown(state: Readonly<OrganizationFacts>): Shown {
    const unit = this.known.unitOn(state.unit_id, this.day);
    const nameOf = (list: readonly IndustryType[], uuid: string | null) =>
      list.find((each) => each.uuid === uuid)?.name ?? null;
    return {
      ...{ state, unit, unitName: unit === null ? this.index.town.name : this.timeline.nameOn(unit, this.day) },
      kindName: nameOf(this.lists.kinds, state.kind_id) ?? '',
      industryName: nameOf(this.lists.industries, state.industry_id),
    };
  }

  /** What an organisation becomes by a row; what refuses it is at fault. */
  async revise(desk: Desk, { row, line, patch }: Difference): Promise<RevisedOrganization | undefined> {
    try {
      return await revisedFrom(desk, line, patch);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const column = columns.find((each) => refusal.detail.field === `input.${each}`);
      return this.#fault({ row }, column ?? 'name', refusal.messageKey, refusal.detail.values);
    }
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
