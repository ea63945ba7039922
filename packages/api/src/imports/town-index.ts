import type { UnitKind } from '../towns/unit-kind.ts';
import type { Timeline } from '../units/timeline.ts';
import type { Segment } from './path.ts';

/** A unit of the town or of the file, or, without an id, the town itself. */
export interface UnitNode {
  uuid: string | null;
  parent: UnitNode | null;
  kind: UnitKind;
  name: string;
  code: string | null;
  /** The row that describes it; null for a unit of the town that no row has described so far. */
  row: number | null;
  /** Whether the row opens it. */
  opens: boolean;
  /** Whether its row is at fault. */
  fault: boolean;
}

/** Finds units of a town and of a file by path or code. */
export class TownIndex {
  readonly town: UnitNode;
  readonly #children = new Map<UnitNode, Map<string, UnitNode[]>>();
  readonly #codes = new Map<string, UnitNode>();
  readonly #byId = new Map<string, UnitNode>();

  constructor(townName: string, timeline: Timeline, day: string) {
    const noRow = { row: null, opens: false, fault: false };
    this.town = { uuid: null, parent: null, kind: 'TOWN', name: townName, code: null, ...noRow };
    const states = timeline.on(day);
    const place = (uuid: string, above: ReadonlySet<string>): UnitNode => {
      const known = this.#byId.get(uuid);
      const state = states.get(uuid);
      if (known || !state) return known ?? this.town;
      const { parent_id, kind, name, code } = state;
      const inCircle = parent_id === null || above.has(parent_id);
      const parent = inCircle ? this.town : place(parent_id, new Set([...above, uuid]));
      return this.add({ uuid, parent, kind, name, code, ...noRow });
    };
    for (const uuid of states.keys()) place(uuid, new Set());
  }

  add(node: UnitNode & { parent: UnitNode }): UnitNode {
    const siblings = this.#children.get(node.parent) ?? new Map<string, UnitNode[]>();
    this.#children.set(node.parent, siblings);
    siblings.set(node.name, [...(siblings.get(node.name) ?? []), node]);
    if (node.code !== null && !this.#codes.has(node.code)) this.#codes.set(node.code, node);
    if (node.uuid !== null) this.#byId.set(node.uuid, node);
    return node;
  }

  childrenNamed(parent: UnitNode, name: string): readonly UnitNode[] {
    return this.#children.get(parent)?.get(name) ?? [];
  }

  childrenOf(parent: UnitNode): readonly UnitNode[] {
    return [...(this.#children.get(parent)?.values() ?? [])].flat();
  }

  /** Everything that a path may mean: names from the town downwards, with or without the town's, or from a code. */
  find(path: readonly Segment[]): readonly UnitNode[] {
    const [first, ...rest] = path;
    if (!first) return [this.town];
    const below = this.#under([this.town], path);
    if (below.length > 0) return below;
    const coded = this.#codes.get(first.name);
    const start = first.name === this.town.name ? this.town : coded;
    return start ? this.#under([start], rest) : [];
  }

  #under(start: readonly UnitNode[], path: readonly Segment[]): readonly UnitNode[] {
    let found = start;
    for (const { name, kind } of path) {
      found = found
        .flatMap((node) => this.childrenNamed(node, name))
        .filter((node) => kind === undefined || node.kind === kind);
    }
    return found;
  }

  /** The unit within which a name means a person (see `homeOf`). */
  static homeOf(node: UnitNode): string | null {
    let next = node;
    while (next.parent && (next.kind === 'BLOCK' || next.kind === 'BUILDING')) next = next.parent;
    return next.uuid;
  }
}
