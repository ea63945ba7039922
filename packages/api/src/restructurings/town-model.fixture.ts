/** A unit of the model on one day. */
export interface ModelUnit {
  name: string;
  kind: 'VILLAGE' | 'COMMITTEE' | 'BLOCK';
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
  | { verb: 'transfer'; from: string; to: string; households: string[] | null };

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

  /** The town on a day. Events of one day happen in the order in which they were made. */
  on(day: string): ModelTown {
    const town: ModelTown = {
      heirs: new Map(),
      units: new Map([...this.beginning.units].map(([id, unit]) => [id, { ...unit }])),
      teams: new Map(this.beginning.teams),
      households: new Map(this.beginning.households),
    };
    const ordered = this.events
      .filter((event) => event.day <= day)
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    for (const event of ordered) for (const step of event.steps) take(town, step);
    return town;
  }
}

function take(town: ModelTown, step: ModelStep): void {
  const now = (unit: string): string => {
    const heir = town.heirs.get(unit);
    return heir === undefined ? unit : now(heir);
  };
  const above = (unit: string | null) => (unit === null ? null : now(unit));
  if (step.verb === 'open') {
    town.units.set(step.unit, { name: step.name, kind: step.kind, parent: above(step.parent) });
  } else if (step.verb === 'move') for (const unit of step.units) change(town, unit, { parent: above(step.parent) });
  else if (step.verb === 'rename') change(town, step.unit, { name: step.name });
  else if (step.verb === 'changeKind') change(town, step.unit, { kind: step.kind });
  else if (step.verb === 'merge') for (const unit of step.units) end(town, unit, now(step.into));
  else if (step.verb === 'transfer') {
    for (const [household, block] of town.households) {
      if (block === step.from && (step.households?.includes(household) ?? true))
        town.households.set(household, step.to);
    }
  } else {
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
  // A change that another, dated earlier, has made already says nothing of its own; its unit may have ended since.
  if (!unit && town.heirs.has(id)) return;
  if (!unit) throw new Error(`${id} is not there`);
  Object.assign(unit, patch);
}

/** Ends a unit; its heir takes what it held. */
function end(town: ModelTown, ending: string, heir: string): void {
  if (!town.units.delete(ending)) throw new Error(`${ending} is not there`);
  town.heirs.set(ending, heir);
  for (const unit of town.units.values()) if (unit.parent === ending) unit.parent = heir;
  for (const places of [town.teams, town.households]) {
    for (const [thing, block] of places) if (block === ending) places.set(thing, heir);
  }
}
