/** A unit of the model on one day. */
export interface ModelUnit {
  name: string;
  kind: 'COMMUNITY' | 'VILLAGE' | 'COMMITTEE' | 'BLOCK';
  parent: string | null;
}

/** What the model knows of a restructuring: in as few words as possible, by ids. */
export type ModelStep =
  | ({ verb: 'open'; unit: string } & ModelUnit)
  | { verb: 'rename'; unit: string; name: string }
  | { verb: 'changeKind'; unit: string; kind: ModelUnit['kind'] }
  | { verb: 'move'; units: string[]; parent: string | null }
  | { verb: 'merge'; units: string[]; into: string }
  | {
      verb: 'split';
      unit: string;
      parts: { unit: string; units: string[]; teams: string[]; households: string[] }[];
      heir: string;
    }
  | { verb: 'transfer'; from: string; to: string; households: string[] | null }
  /** No step of a restructuring: a team or household that comes to a block by itself. */
  | { verb: 'settle'; what: 'teams' | 'households'; id: string; block: string };

export interface ModelEvent {
  id: string;
  day: string;
  steps: ModelStep[];
}

/** A town on one day: its units, and the blocks of its teams and households. */
export interface ModelTown {
  /** Who has taken over from units that ended: what is dated later than an ending made later still goes to the heir. */
  heirs: Map<string, string>;
  units: Map<string, ModelUnit>;
  teams: Map<string, string>;
  households: Map<string, string>;
}

/**
 * A town as replaying its events says: every event in the order of its day, one step after the other, on one simple
 * tree. It knows nothing of versions, periods or lineage.
 */
export class TownModel {
  events: ModelEvent[] = [];

  constructor(readonly beginning: ModelTown) {}

  /**
   * Adds an event. What the steps of a day leave as it was before that day is moot from then on: they say nothing of
   * their own unless the event that made it so is undone.
   */
  add(event: ModelEvent): void {
    this.events.push(event);
    const days = new Set(this.events.map(({ day }) => day).sort());
    for (const day of days) {
      if (day < event.day) continue;
      const [before, after] = [this.#replay((each) => each.day < day), this.on(day)];
      for (const each of this.events.filter((other) => other.day === day)) {
        for (const step of each.steps.filter((candidate) => leavesAsItWas(candidate, before, after))) {
          each.steps.splice(each.steps.indexOf(step), 1);
          this.#moot.push({ by: event, of: each, step });
        }
      }
    }
  }

  /** Lets something come to a block by itself. */
  settle(event: ModelEvent): void {
    this.events.push(event);
  }

  /** The events that are restructurings. */
  get restructurings(): ModelEvent[] {
    return this.events.filter(({ steps }) => !steps.some(({ verb }) => verb === 'settle'));
  }

  /** Takes an event back, and with it that others were moot because of it. */
  remove(event: ModelEvent): void {
    this.events = this.events.filter((each) => each !== event);
    for (const { of, step } of this.#moot.filter(({ by }) => by === event)) of.steps.push(step);
    this.#moot = this.#moot.filter(({ by }) => by !== event);
  }

  /** The town on a day. Events of one day happen in the order in which they were made. */
  on(day: string): ModelTown {
    return this.#replay((event) => event.day <= day);
  }

  #moot: { by: ModelEvent; of: ModelEvent; step: ModelStep }[] = [];

  #replay(which: (event: ModelEvent) => boolean): ModelTown {
    const town = {
      heirs: new Map(),
      units: new Map([...this.beginning.units].map(([id, unit]) => [id, { ...unit }])),
      teams: new Map(this.beginning.teams),
      households: new Map(this.beginning.households),
    };
    const events = this.events.filter(which).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    for (const event of events) for (const step of event.steps) take(town, step);
    return town;
  }
}

/** Where what a unit held has gone. */
function now(town: ModelTown, unit: string): string {
  const heir = town.heirs.get(unit);
  return heir === undefined ? unit : now(town, heir);
}

/** Whether a step gives units a value that they have before a day as after it. */
function leavesAsItWas(step: ModelStep, before: ModelTown, after: ModelTown): boolean {
  const same = (unit: string, member: keyof ModelUnit) =>
    before.units.has(unit) && before.units.get(unit)?.[member] === after.units.get(unit)?.[member];
  if (step.verb === 'rename') return same(step.unit, 'name');
  if (step.verb === 'changeKind') return same(step.unit, 'kind');
  return step.verb === 'move' && step.units.every((unit) => same(unit, 'parent'));
}

function take(town: ModelTown, step: ModelStep): void {
  const above = (unit: string | null) => (unit === null ? null : now(town, unit));
  if (step.verb === 'open') {
    town.units.set(step.unit, { name: step.name, kind: step.kind, parent: above(step.parent) });
  } else if (step.verb === 'move') for (const unit of step.units) change(town, unit, { parent: above(step.parent) });
  else if (step.verb === 'rename') change(town, step.unit, { name: step.name });
  else if (step.verb === 'changeKind') change(town, step.unit, { kind: step.kind });
  else if (step.verb === 'merge') for (const unit of step.units) end(town, unit, now(town, step.into));
  else if (step.verb === 'transfer') {
    for (const [household, block] of town.households) {
      if (block === step.from && (step.households?.includes(household) ?? true))
        town.households.set(household, step.to);
    }
  } else if (step.verb === 'settle') town[step.what].set(step.id, now(town, step.block));
  else {
    for (const part of step.parts) {
      for (const unit of part.units) change(town, unit, { parent: part.unit });
      for (const team of part.teams) town.teams.set(team, part.unit);
      for (const household of part.households) town.households.set(household, part.unit);
    }
    end(town, step.unit, step.heir);
  }
}

function change(town: ModelTown, id: string, patch: Partial<ModelUnit>): void {
  const unit = town.units.get(id);
  if (!unit) throw new Error(`${id} is not there`);
  Object.assign(unit, patch);
}

/** Ends a unit; its heir takes what it held. */
function end(town: ModelTown, ending: string, heir: string): void {
  const above = town.units.get(ending)?.parent ?? null;
  if (!town.units.delete(ending)) throw new Error(`${ending} is not there`);
  town.heirs.set(ending, heir);
  for (const [id, unit] of town.units) if (unit.parent === ending) unit.parent = id === heir ? above : heir;
  for (const places of [town.teams, town.households]) {
    for (const [thing, block] of places) if (block === ending) places.set(thing, heir);
  }
}
