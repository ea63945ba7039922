import { sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { Step } from '../enactments/step.ts';
import { badInput, notFound } from '../errors.ts';
import { type IdType, requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import type { RestructuringStepInput } from './step.input.ts';

/** How many of anything one step or draft may name. */
const most = { steps: 200, named: 3000, units: 500, merged: 100, parts: 50, teams: 500, households: 5000 };

/**
 * Reads the steps that a draft's input gives for the desk's town. Units that steps open keep the ids that `known` has for
 * their refs. Errors, each on the member at fault such as `input.steps.2.merge.into`: BAD_INPUT where a step is not
 * exactly one thing or a value is wrong, NOT_FOUND for what the town does not have.
 */
export async function readStepInputs(
  desk: Desk,
  inputs: readonly RestructuringStepInput[],
  known: ReadonlyMap<string, string>,
): Promise<Step[]> {
  if (inputs.length > most.steps) throw badInput('input.steps', 'tooMany', { most: most.steps });
  const reader = new StepReader(desk.town, known);
  const steps = inputs.map((input, index) => reader.read(input, `input.steps.${index}`));
  if (reader.named > most.named) throw badInput('input.steps', 'tooManyNamed', { most: most.named });
  await reader.requireAll(desk);
  reader.requireDesignated();
  return steps;
}

class StepReader {
  readonly #refs = new Map<string, string>();
  /** What has to exist in the town, by kind of thing, each with the field that named it first. */
  readonly #named = {
    Unit: new Map<string, string>(),
    Team: new Map<string, string>(),
    Household: new Map<string, string>(),
    Overlay: new Map<string, string>(),
  };

  /** How many units and teams steps name, each as often as they do. */
  named = 0;

  /** The first designated predecessor that is not merged: a fault only of what is known to exist. */
  #undesignated: string | undefined;

  constructor(
    readonly town: number,
    readonly known: ReadonlyMap<string, string>,
  ) {}

  read(input: RestructuringStepInput, field: string): Step {
    const [only, ...others] = Object.entries(input).filter(([, value]) => value != null);
    if (!only || others.length > 0) throw badInput(field, 'oneStep');
    const at = `${field}.${only[0]}`;
    if (input.open) return this.#open(input.open, at);
    if (input.rename) {
      const { unit, name, code } = input.rename;
      if (name == null && code == null) throw badInput(`${at}.name`, 'required');
      return {
        verb: 'RENAME',
        unit: this.#unit(unit, `${at}.unit`),
        ...this.#name(name, at),
        ...(code == null ? {} : { code: oneLine(code, `${at}.code`, 20) }),
      };
    }
    if (input.move) {
      const { units, parent } = input.move;
      return { verb: 'MOVE', units: this.#units(units, `${at}.units`), parent: this.#above(parent, `${at}.parent`) };
    }
    if (input.changeKind) {
      const { unit, kind, name } = input.changeKind;
      if (kind === 'TOWN') throw badInput(`${at}.kind`, 'kindIsTown');
      return { verb: 'CHANGE_KIND', unit: this.#unit(unit, `${at}.unit`), kind, ...this.#name(name, at) };
    }
    if (input.found) {
      return {
        verb: 'FOUND',
        unit: this.#unit(input.found.unit, `${at}.unit`),
        ...this.#name(input.found.name, at),
      };
    }
    if (input.beginEarlier) {
      return { verb: 'BEGIN_EARLIER', unit: this.#unit(input.beginEarlier.unit, `${at}.unit`) };
    }
    if (input.merge) {
      const { units, into, designated, officers } = input.merge;
      const merged = this.#units(units, `${at}.units`, most.merged);
      const first = designated == null ? null : this.#unit(designated, `${at}.designated`);
      if (first !== null && !merged.includes(first)) this.#undesignated ??= `${at}.designated`;
      return { verb: 'MERGE', units: merged, into: this.#unit(into, `${at}.into`), designated: first, officers };
    }
    if (input.split) return this.#split(input.split, at);
    if (input.close) {
      const { unit, heir, officers } = input.close;
      return {
        verb: 'CLOSE',
        unit: this.#unit(unit, `${at}.unit`),
        heir: this.#above(heir, `${at}.heir`),
        officers,
      };
    }
    if (input.transferHouseholds) return this.#transfer(input.transferHouseholds, at);
    throw badInput(field, 'oneStep');
  }

  #open(open: NonNullable<RestructuringStepInput['open']>, at: string): Step {
    const ref = oneLine(open.ref, `${at}.ref`, 40);
    if (this.#refs.has(ref)) throw badInput(`${at}.ref`, 'refTaken');
    if (open.kind === 'TOWN') throw badInput(`${at}.kind`, 'kindIsTown');
    if (open.status === 'CLOSED') throw badInput(`${at}.status`, 'badValue');
    const parent = this.#above(open.parent, `${at}.parent`);
    const unit = this.known.get(ref) ?? newId();
    this.#refs.set(ref, unit);
    return {
      verb: 'OPEN',
      unit,
      ref,
      kind: open.kind,
      name: oneLine(open.name, `${at}.name`),
      code: open.code == null ? null : oneLine(open.code, `${at}.code`, 20),
      status: open.status,
      parent,
      overlay: open.overlay == null ? null : this.#thing('Overlay', open.overlay, `${at}.overlay`),
    };
  }

  #split({ unit, into, heir, officers }: NonNullable<RestructuringStepInput['split']>, at: string): Step {
    if (into.length === 0 || into.length > most.parts) throw badInput(`${at}.into`, 'between', { most: most.parts });
    const parts = into.map((part, index) => {
      const field = `${at}.into.${index}`;
      return {
        unit: this.#unit(part.unit, `${field}.unit`),
        units: part.units.length === 0 ? [] : this.#units(part.units, `${field}.units`),
        teams: this.#things('Team', part.teams, `${field}.teams`, most.teams),
        households: this.#things('Household', part.households, `${field}.households`, most.households),
      };
    });
    const heirId = this.#unit(heir, `${at}.heir`);
    return { verb: 'SPLIT', unit: this.#unit(unit, `${at}.unit`), parts, heir: heirId, officers };
  }

  #transfer({ from, to, households }: NonNullable<RestructuringStepInput['transferHouseholds']>, at: string): Step {
    return {
      verb: 'TRANSFER_HOUSEHOLDS',
      from: this.#unit(from, `${at}.from`),
      to: this.#unit(to, `${at}.to`),
      households:
        households == null ? null : this.#things('Household', households, `${at}.households`, most.households),
    };
  }

  #name(name: string | null | undefined, at: string): { name?: string } {
    return name == null ? {} : { name: oneLine(name, `${at}.name`) };
  }

  #above(id: string | null | undefined, field: string): string | null {
    return id == null ? null : this.#unit(id, field);
  }

  #unit(id: string, field: string): string {
    this.named += 1;
    if (!id.startsWith('#')) return this.#thing('Unit', id, field);
    const unit = this.#refs.get(id.slice(1));
    if (unit === undefined) throw badInput(field, 'refUnknown');
    return unit;
  }

  #units(ids: readonly string[], field: string, limit = most.units): string[] {
    if (ids.length === 0 || ids.length > limit) throw badInput(field, 'between', { most: limit });
    return [...new Set(ids.map((id, index) => this.#unit(id, `${field}.${index}`)))];
  }

  #things(type: 'Team' | 'Household', ids: readonly string[], field: string, limit: number): string[] {
    if (ids.length > limit) throw badInput(field, 'between', { most: limit });
    if (type === 'Team') this.named += ids.length;
    return [...new Set(ids.map((id, index) => this.#thing(type, id, `${field}.${index}`)))];
  }

  #thing(type: IdType & ('Unit' | 'Team' | 'Household' | 'Overlay'), id: string, field: string): string {
    const uuid = requireIdIn(this.town, id, type, field);
    // A unit that this draft opens may be named by the id that it will have.
    if (!this.#named[type].has(uuid) && ![...this.#refs.values()].includes(uuid)) this.#named[type].set(uuid, field);
    return uuid;
  }

  requireDesignated(): void {
    if (this.#undesignated) throw badInput(this.#undesignated, 'designatedIsMerged');
  }

  /** Refuses the first thing that the town does not have. One statement for each kind of thing that is named. */
  async requireAll(desk: Desk): Promise<void> {
    const tables = [
      ['unit', this.#named.Unit],
      ['team', this.#named.Team],
      ['household', this.#named.Household],
      ['tree_overlay', this.#named.Overlay],
    ] as const;
    for (const [table, named] of tables) {
      if (named.size === 0) continue;
      const { rows } = await sql<{ id: string }>`
        select id from ${sql.table(table)}
        where town_id = ${desk.town} and id = ${anyOf(named.keys())}`.execute(desk.db);
      const found = new Set(rows.map((row) => row.id));
      for (const [uuid, field] of named) if (!found.has(uuid)) throw notFound(field);
    }
  }
}
