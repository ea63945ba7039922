/** A unit of the model: its life `[from, to)` and its names, each from a day on. */
interface ModelUnit {
  id: string;
  kind: Kind;
  parent: string;
  from: string;
  to: string | null;
  names: { from: string; name: string }[];
}

export type Kind = 'COMMUNITY' | 'VILLAGE' | 'BLOCK' | 'BUILDING';

/** What may stand under a kind, as towns start. */
export const kindsUnder: Record<Kind, readonly Kind[]> = {
  COMMUNITY: ['VILLAGE', 'BLOCK'],
  VILLAGE: ['BLOCK'],
  BLOCK: ['BUILDING'],
  BUILDING: [],
};

/** The rules of a dated tree under one root, in as few words as possible: what a change does, and whether it may be. */
export class TreeModel {
  readonly units: ModelUnit[];

  constructor(root: { id: string; kind: Kind; from: string; name: string }) {
    this.units = [{ ...root, parent: '', to: null, names: [{ from: root.from, name: root.name }] }];
  }

  mayOpen(parent: ModelUnit, kind: Kind, name: string, from: string): boolean {
    const life = { name, validFrom: from, validTo: null };
    return parent.to === null && from >= parent.from && !this.#taken({ id: '', kind, parent: parent.id }, life);
  }

  open(unit: { id: string; kind: Kind; parent: string; from: string; name: string }): void {
    const { name, ...identity } = unit;
    this.units.push({ ...identity, to: null, names: [{ from: unit.from, name }] });
  }

  mayRename(unit: ModelUnit, name: string, day: string): boolean {
    const lives = unit.from <= day && (unit.to === null || unit.to > day);
    const named = { ...unit, names: this.#renamed(unit, name, day) };
    return lives && !this.versions(named).some((each) => this.#taken(unit, each));
  }

  rename(unit: ModelUnit, name: string, day: string): void {
    unit.names = this.#renamed(unit, name, day);
  }

  mayClose(unit: ModelUnit, on: string): boolean {
    return this.#mayClose(unit, on) && !this.units.some((each) => each.parent === unit.id && lastsAfter(each, on));
  }

  close(unit: ModelUnit, on: string): void {
    unit.to = on;
    unit.names = unit.names.filter((each) => each.from < on);
  }

  /** What a unit was called, period by period. */
  versions(unit: ModelUnit) {
    return unit.names.map(({ from, name }, index) => ({
      name,
      validFrom: from,
      validTo: unit.names[index + 1]?.from ?? unit.to,
    }));
  }

  /** What stands under the root on a day, by id. */
  treeOn(day: string) {
    return this.units
      .slice(1)
      .filter((unit) => unit.from <= day && (unit.to === null || unit.to > day))
      .map(({ id, kind, parent, names }) => {
        return { id, kind, parent, name: names.findLast((each) => each.from <= day)?.name };
      })
      .sort(byId);
  }

  #mayClose(unit: ModelUnit, day: string): boolean {
    return unit.to === null && day >= unit.from && unit.names.every((each) => each.from <= day);
  }

  /** The new name holds until the next one; a name that follows itself is one name. */
  #renamed(unit: ModelUnit, name: string, day: string): ModelUnit['names'] {
    if (unit.names.findLast((each) => each.from <= day)?.name === name) return unit.names;
    const names = [...unit.names.filter((each) => each.from !== day), { from: day, name }];
    names.sort((a, b) => (a.from < b.from ? -1 : 1));
    return names.filter((each, index) => each.name !== names[index - 1]?.name);
  }

  #taken(
    place: Pick<ModelUnit, 'id' | 'kind' | 'parent'>,
    { name, validFrom, validTo }: { name: string; validFrom: string; validTo: string | null },
  ): boolean {
    return this.units
      .filter((unit) => unit.parent === place.parent && unit.kind === place.kind && unit.id !== place.id)
      .flatMap((unit) => this.versions(unit))
      .some(
        (other) =>
          other.name === name &&
          (other.validTo === null || other.validTo > validFrom) &&
          (validTo === null || validTo > other.validFrom),
      );
  }
}

export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function lastsAfter(unit: ModelUnit, day: string): boolean {
  return unit.to === null || (unit.to > day && unit.to > unit.from);
}
