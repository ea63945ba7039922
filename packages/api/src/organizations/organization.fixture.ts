import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import type { OrganizationClass } from './organization.entity.ts';

/** The day from which organisations of tests are there unless told. */
export const since = '2023-01-01';

/** Somebody to ask at an organisation. */
export const asked = { owner: '王老板', contact: '李经理', telephone: '13812345678' };

const counts = new WeakMap<ApiClient, number>();

/** The id of a kind of a class in a town's standard list; by default enterprises above the scale. */
export async function kindOf(town: TestTown, of: OrganizationClass = 'ENTERPRISE_ABOVE_SCALE'): Promise<string> {
  const query = 'query($code: RegisterCode!) { town(code: $code) { organizationKinds { id class } } }';
  const { organizationKinds } = (await town.admin.ask(query, { code: town.code })).town;
  return organizationKinds.find((each: Data) => each.class === of).id;
}

/** The id of an industry of a town, by its name. */
export async function industryOf(town: TestTown, name: string): Promise<string> {
  const query = 'query($code: RegisterCode!) { town(code: $code) { industries { id name } } }';
  const { industries } = (await town.admin.ask(query, { code: town.code })).town;
  return industries.find((each: Data) => each.name === name).id;
}

/**
 * Registers an organisation, by default an enterprise above the scale in the first village or committee, with a name of its own and
 * without Party members, from 2023 on. Returns what is selected of it.
 */
export async function registerOrganization(
  town: TestTown,
  input: Record<string, unknown> = {},
  selection = 'id',
  client: ApiClient = town.admin,
): Promise<Data> {
  const count = (counts.get(town.admin) ?? 0) + 1;
  counts.set(town.admin, count);
  const usual = { town: town.code, unit: town.unit(0), name: `第${count}企业`, from: since };
  const full = { ...usual, kind: input.kind ?? (await kindOf(town)), ...input };
  return (await client.do('registerOrganization', full, `organization { ${selection} }`)).organization;
}
