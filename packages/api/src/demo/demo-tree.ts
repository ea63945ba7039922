import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { teamVersionRow } from '../teams/form-team.ts';
import { versionRow } from '../units/revise-unit.ts';
import type { DemoTown } from './demo-towns.ts';
import { partnerName, personName, repeatable } from './invented.ts';

/** The day on which the demo's blocks and teams begin. */
export const begun = '2023-03-01';
const memberRoles = ['LINE_CADRE', 'PARTY_GROUP_LEADER', 'VILLAGE_GROUP_LEADER', 'BUILDING_HEAD', 'VOLUNTEER'] as const;

/** What accounts of the demo are given roles on, and as whom they act there. */
export interface DemoPlaces {
  officer?: { unit_id: string; person_id: string } | undefined;
  worker?: { unit_id: string; person_id: string } | undefined;
  lead?: { team_id: string; person_id: string } | undefined;
  member?: { team_id: string; person_id: string } | undefined;
}

/**
 * Cuts the villages and committees of the desk's town into blocks with teams, officers and members. A few teams are
 * left without a lead, and a few leads without a post, for the rule check to find.
 */
export async function growDemoTree(desk: Desk, town: DemoTown): Promise<DemoPlaces> {
  const next = repeatable(desk.town);
  const rows = new DemoRows(desk, next);
  const units = await desk.db
    .selectFrom('unit_version')
    .innerJoin('unit', (join) =>
      join.onRef('unit.town_id', '=', 'unit_version.town_id').onRef('unit.id', '=', 'unit_id'),
    )
    .select(['unit_id', 'kind', 'code'])
    .where('unit.town_id', '=', desk.town)
    .where('kind', 'in', ['VILLAGE', 'COMMITTEE'])
    .orderBy('unit_version.code')
    .execute();
  const blocks = units.flatMap((unit, index) => {
    const officers = rows.officers(unit.unit_id);
    return share(town.blocks, units.length, index).map((number) => {
      const block = rows.unit('BLOCK', `第${number}块区`, unit.unit_id);
      if (unit.kind === 'COMMITTEE') {
        for (let each = 1; each <= town.buildings; each++) rows.unit('BUILDING', `第${each}楼组`, block);
      }
      return { block, officers };
    });
  });
  const partners = Array.from({ length: 8 }, (_, index) => rows.partner(partnerName(index)));
  let made = 0;
  for (const [index, { block, officers }] of blocks.entries()) {
    for (const number of share(town.teams, blocks.length, index)) {
      const team = rows.team(block, `第${number}组团`);
      const lead = made % 97 === 5 ? undefined : made % 89 === 7 ? rows.person() : officers[number % officers.length];
      if (lead !== undefined) rows.member(team, lead, null, 'LEAD');
      for (let member = 0; member < 3 + next(3); member++) {
        rows.member(team, rows.person(), null, memberRoles[next(memberRoles.length)] ?? 'VOLUNTEER');
      }
      if (made % 7 === 0) rows.member(team, null, partners[made % partners.length] ?? null, 'PARTNER');
      made++;
    }
  }
  await rows.write();
  return rows.places(units.find(({ code }) => town.home === undefined || code === town.home)?.unit_id);
}

/** Which numbers, from 1, of `total` things fall to place `index` of `places`, so that places differ by one at most. */
function share(total: number, places: number, index: number): number[] {
  const count = Math.floor(((index + 1) * total) / places) - Math.floor((index * total) / places);
  return Array.from({ length: count }, (_, each) => each + 1);
}

/** Collects rows and writes each table in a few statements. */
class DemoRows {
  readonly #units: { id: string; version: ReturnType<typeof versionRow> }[] = [];
  readonly #teams: { id: string; version: ReturnType<typeof teamVersionRow> }[] = [];
  readonly #people: { town_id: number; id: string; name: string }[] = [];
  readonly #partners: { town_id: number; id: string; name: string }[] = [];
  readonly #posts: { unit_id: string; person_id: string; title: 'PARTY_SECRETARY' | 'DIRECTOR' | 'OFFICER' }[] = [];
  readonly #members: {
    team_id: string;
    person_id: string | null;
    partner_id: string | null;
    role: (typeof memberRoles)[number] | 'LEAD' | 'PARTNER';
  }[] = [];

  constructor(
    readonly desk: Desk,
    readonly next: (below: number) => number,
  ) {}

  /** A unit's first officer, and the lead and a member of its first block's first team: of three people. */
  places(unit: string | undefined): DemoPlaces {
    const block = this.#units.find(({ version }) => version.kind === 'BLOCK' && version.parent_id === unit)?.id;
    const first = this.#teams.find(({ version }) => version.block_id === block)?.id;
    const team = this.#members.flatMap(({ team_id, person_id, role }) =>
      team_id === first && person_id ? [{ team_id, person_id, role }] : [],
    );
    const officer = this.#posts.find(
      ({ unit_id, person_id }) => unit_id === unit && !team.some((member) => member.person_id === person_id),
    );
    return {
      officer: officer && { unit_id: officer.unit_id, person_id: officer.person_id },
      lead: team.find(({ role }) => role === 'LEAD'),
      member: team.find(({ role }) => role !== 'LEAD'),
    };
  }

  unit(kind: 'BLOCK' | 'BUILDING', name: string, parent_id: string): string {
    const id = newId();
    const state = { name, code: null, kind, status: 'ACTIVE' as const, parent_id };
    this.#units.push({ id, version: versionRow(this.desk, id, state, begun, null) });
    return id;
  }

  team(block: string, name: string): string {
    const id = newId();
    this.#teams.push({ id, version: teamVersionRow(this.desk, id, block, name, begun, null) });
    return id;
  }

  person(): string {
    const id = newId();
    this.#people.push({ town_id: this.desk.town, id, name: personName(this.next) });
    return id;
  }

  partner(name: string): string {
    const id = newId();
    this.#partners.push({ town_id: this.desk.town, id, name });
    return id;
  }

  officers(unit_id: string): string[] {
    const titles = ['PARTY_SECRETARY', 'DIRECTOR', 'OFFICER', 'OFFICER'] as const;
    return titles.map((title) => {
      const person_id = this.person();
      this.#posts.push({ unit_id, person_id, title });
      return person_id;
    });
  }

  member(
    team_id: string,
    person_id: string | null,
    partner_id: string | null,
    role: (typeof memberRoles)[number] | 'LEAD' | 'PARTNER',
  ): void {
    this.#members.push({ team_id, person_id, partner_id, role });
  }

  async write(): Promise<void> {
    const { db, town: town_id } = this.desk;
    const life = { valid_from: begun, valid_to: null };
    const dated = () => ({ town_id, id: newId(), ...life });
    const born = ({ id }: { id: string }) => ({ town_id, id, ...life, version: 1 });
    for (const some of chunks(this.#units)) {
      await db
        .insertInto('unit')
        .values(some.map((unit) => ({ ...born(unit), overlay_id: null })))
        .execute();
    }
    for (const some of chunks(this.#units))
      await db
        .insertInto('unit_version')
        .values(some.map((unit) => unit.version))
        .execute();
    for (const some of chunks(this.#teams)) await db.insertInto('team').values(some.map(born)).execute();
    for (const some of chunks(this.#teams))
      await db
        .insertInto('team_version')
        .values(some.map((team) => team.version))
        .execute();
    for (const some of chunks(this.#people)) await db.insertInto('person').values(some).execute();
    for (const some of chunks(this.#partners)) await db.insertInto('partner').values(some).execute();
    for (const some of chunks(this.#posts))
      await db
        .insertInto('post')
        .values(some.map((post) => ({ ...dated(), ...post })))
        .execute();
    for (const some of chunks(this.#members)) {
      await db
        .insertInto('team_member')
        .values(some.map((member) => ({ ...dated(), ...member })))
        .execute();
    }
  }
}

/** PostgreSQL takes 65,535 values a statement; a row here has at most 14. */
function* chunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += 1000) yield rows.slice(start, start + 1000);
}
