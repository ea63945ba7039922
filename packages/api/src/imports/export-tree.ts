import type { Desk } from '../db/door.ts';
import { spanOf } from '../db/on-days.ts';
import { holdsOn } from '../db/versions.ts';
import { postTitles } from '../people/person.entity.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { teamRoles } from '../teams/team.entity.ts';
import { type TownTree, type TreeKey, townTrees } from '../units/town-tree.ts';
import type { UnitType } from '../units/unit.type.ts';
import { type Column, headers, kindWords, roleWords, statusWords, titleWords, wordFor } from './columns.ts';
import { fileNamed } from './file-named.ts';
import type { TreeFileType } from './import.type.ts';
import { homeOf, type Namesakes, nameKey, namesakesOn } from './namesakes.ts';
import { writeSegment } from './path.ts';
import { loadPresent, type Present } from './present.ts';
import type { TableFormat } from './table.ts';

/** Which file: of a town by its name, of a day, in which form. */
interface FileKey extends TreeKey {
  name: string;
  format: TableFormat;
}

/**
 * Batch of a town's tree on days as files in the shape that an import takes. Eight statements; a file that is asked for
 * in many places is written once.
 */
export async function treeFiles(desk: Desk, keys: readonly FileKey[]): Promise<TreeFileType[]> {
  const present = await loadPresent(desk, spanOf(keys).first);
  return Promise.all(keys.map((key) => exportTree(desk, present, key)));
}

async function exportTree(desk: Desk, present: Present, key: FileKey): Promise<TreeFileType> {
  const { townId, name, format, asOf } = key;
  const tree = await desk.load(townTrees, { townId, asOf });
  const lines = new TreeLines(tree, present, asOf).lines;
  return fileNamed(`${name}-${asOf}`, headers, lines, format);
}

type Line = Partial<Record<Column, string>>;

/** The rows of an export: every unit with its officers, then its teams with their members, then what is under it. */
class TreeLines {
  readonly lines: Line[] = [];
  readonly #namesakes: Namesakes;
  readonly #teams: Map<string | undefined, { uuid: string; name: string; from: string }[]>;
  readonly #members: Map<string, Present['members'][number][]>;
  readonly #posts: Map<string, Present['posts'][number][]>;

  constructor(
    readonly tree: TownTree,
    readonly present: Present,
    readonly day: string,
  ) {
    this.#namesakes = namesakesOn(present, day);
    const teams = present.teams.flatMap(({ uuid, versions }) => {
      const state = versions.find((version) => holdsOn(version, day))?.state;
      return state ? [{ uuid, block: state.block_id, name: state.name, from: versions[0]?.from ?? day }] : [];
    });
    this.#teams = Map.groupBy(teams.sort(byName), (team) => team.block);
    const current = (held: { from: string; to: string | null }) => holdsOn(held, day);
    const members = present.members.filter(current).sort((a, b) => orderOf(a, b, teamRoles, 'role'));
    const posts = present.posts.filter(current).sort((a, b) => orderOf(a, b, postTitles, 'title'));
    this.#members = Map.groupBy(members, (member) => member.team);
    this.#posts = Map.groupBy(posts, (post) => post.unit);
    this.#under(null, '', '');
  }

  /** Nothing is shown to begin before what it hangs on, so that the file can be imported as it is. */
  #under(parent: UnitType | null, path: string, since: string): void {
    const children = this.tree.children(parent?.uuid ?? null);
    const named = Map.groupBy(children, (child) => child.name);
    for (const unit of children) {
      const { uuid, kind, name, code, status, validFrom } = unit;
      if (kind === 'TOWN' || status === 'CLOSED') continue;
      const from = latest(validFrom, since);
      const overlayId = this.present.timeline.find(uuid)?.overlayId;
      this.lines.push({
        kind: wordFor(kindWords, kind),
        parent: path,
        name,
        code: code ?? '',
        status: status === 'ACTIVE' ? '' : wordFor(statusWords, status),
        overlay: this.present.overlays.find((each) => each.id === overlayId)?.name ?? '',
        from,
      });
      const segment = writeSegment(name, (named.get(name)?.length ?? 0) > 1 ? kind : undefined);
      const own = path === '' ? segment : `${path}/${segment}`;
      const home = homeOf(this.present.timeline, uuid, this.day);
      this.#officers(uuid, own, from, home);
      this.#teamsOf(uuid, own, from, home);
      this.#under(unit, own, from);
    }
  }

  #officers(unit: string, parent: string, since: string, home: string | null): void {
    for (const { who, name, title, from } of this.#posts.get(unit) ?? []) {
      this.lines.push({
        kind: wordFor(kindWords, 'OFFICER'),
        parent,
        role: wordFor(titleWords, title),
        person: name,
        namesake: this.#number(home, name, who),
        from: latest(from, since),
      });
    }
  }

  #teamsOf(block: string, parent: string, since: string, home: string | null): void {
    for (const team of this.#teams.get(block) ?? []) {
      const began = latest(team.from, since);
      this.lines.push({ kind: wordFor(kindWords, 'TEAM'), parent, name: team.name, from: began });
      for (const { who, name, role, from } of this.#members.get(team.uuid) ?? []) {
        const isPartner = role === 'PARTNER';
        this.lines.push({
          kind: wordFor(kindWords, 'MEMBER'),
          parent: `${parent}/${writeSegment(team.name)}`,
          role: wordFor(roleWords, role),
          [isPartner ? 'partner' : 'person']: name,
          namesake: this.#number(isPartner ? 'partner' : home, name, who),
          from: latest(from, began),
        });
      }
    }
  }

  /** Which of several of one name it is; nothing where there is one. */
  #number(home: string | null, name: string, who: string): string {
    const people = this.#namesakes.get(nameKey(home, name)) ?? [];
    return people.length < 2 ? '' : String(people.findIndex((person) => person.id === who) + 1);
  }
}

function byName(a: { name: string }, b: { name: string }): number {
  return byPinyin(a.name, b.name) || (a.name < b.name ? -1 : Number(a.name > b.name));
}

/** By role or title, then by name, then in the order in which namesakes are numbered. */
function orderOf<Key extends string, Value>(
  a: { name: string; who: string } & Record<Key, Value>,
  b: { name: string; who: string } & Record<Key, Value>,
  order: readonly Value[],
  key: Key,
): number {
  return order.indexOf(a[key]) - order.indexOf(b[key]) || byName(a, b) || (a.who < b.who ? -1 : 1);
}

function latest(a: string, b: string): string {
  return a > b ? a : b;
}
