import { always } from '../categories/standard-categories.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';

/**
 * The six kinds of household with which Party members of Jinqiao's Yongye committee 永业居委会 are paired, each with those of the usual
 * categories that call for it. For whom a town has no category yet, it names one once it has.
 */
const standardKinds: readonly { name: string; sensitive?: true; categories: readonly string[] }[] = [
  { name: '贫病', sensitive: true, categories: ['困难家庭', '重病家庭'] },
  { name: '独居', categories: ['独居老人'] },
  { name: '高龄', categories: ['纯老家庭'] },
  { name: '下岗失业', categories: [] },
  { name: '残疾', sensitive: true, categories: ['残疾人家庭'] },
  { name: '突遭不幸', categories: [] },
];

/** Gives a new town, with the categories that it starts with, the kinds of pairing that towns usually start with. Four statements. */
export async function seedPairingKinds(desk: Desk): Promise<void> {
  const own = await desk.db.selectFrom('category').select(['id', 'name']).where('town_id', '=', desk.town).execute();
  const idOf = new Map(own.map(({ id, name }) => [name, id]));
  const key = () => ({ town_id: desk.town, id: newId() });
  const kinds = standardKinds.map(({ name, sensitive = false, categories }, index) => ({
    ...{ kind: key(), version: key(), name, sensitive, position: index + 1 },
    categories: categories.flatMap((each) => idOf.get(each) ?? []),
  }));
  await desk.db
    .insertInto('pairing_kind')
    .values(kinds.map(({ kind, sensitive, position }) => ({ ...kind, sensitive, position, version: 1 })))
    .execute();
  await desk.db
    .insertInto('pairing_kind_version')
    .values(
      kinds.map(({ kind, version, name }) => ({
        ...{ ...version, kind_id: kind.id, name, valid_from: always, valid_to: null },
      })),
    )
    .execute();
  await desk.db
    .insertInto('pairing_kind_category')
    .values(
      kinds.flatMap(({ version, categories }) =>
        categories.map((category_id) => ({ ...key(), version_id: version.id, category_id })),
      ),
    )
    .execute();
}
