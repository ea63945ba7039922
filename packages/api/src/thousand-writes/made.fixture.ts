import type { ApiClient, Data } from '../../test/client.ts';
import type { TestPlatform, TestTown } from '../../test/platform.ts';
import { hotline } from '../calls/hotline.fixture.ts';
import { settledTown } from '../households/household.fixture.ts';
import type { OrganizationClass } from '../organizations/organization.entity.ts';
import { fund } from '../relief-funds/relief-fund.fixture.ts';
import { reliefIds } from '../relief-items/relief-item.fixture.ts';
import { subject } from '../requests/request.fixture.ts';

/** What random writes are about: a town, and the ids of what they can name there, some of which is gone. */
export interface Made extends Record<Listed, string[]> {
  town: TestTown;
  /** Who holds requests, what these are about, and the hotline of calls. */
  holder: string;
  about: string;
  line: string;
  kinds: { id: string; class: OrganizationClass }[];
  /** Who endorse and approve relief that the administrator applied for. */
  endorser: ApiClient;
  approver: ApiClient;
}

type Listed = keyof ReturnType<typeof nothingYet>;

/** Empty lists of all that writes make or name. */
const nothingYet = () => {
  const none = (): string[] => [];
  const ofResidents = { households: none(), visits: none(), requests: none(), calls: none() };
  const ofTree = { blocks: none(), units: none(), restructurings: none(), people: none() };
  const ofParty = { industries: none(), organizations: none(), managed: none(), parties: none() };
  const ofRelief = { items: none(), funds: none(), relief: none(), endorsed: none(), granted: none() };
  const covering = { links: none(), assignments: none(), stations: none() };
  return { ...ofResidents, ...ofTree, ...ofParty, ...ofRelief, ...covering };
};

/** Random numbers and days that decide what a write is about. */
export interface Choice {
  /** The write's own number, for names. */
  index: number;
  a: number;
  b: number;
  c: number;
  /** In 2023, when most of what is there begins. */
  early: string;
  /** In 2024, when Party organisations are founded. */
  middle: string;
  /** In 2024 or 2025, when things happen to all of that. */
  day: string;
}

/** Does one write. Returns whether it was done: what the platform refuses changes nothing. */
export type Write = (made: Made, choice: Choice) => Promise<boolean>;

/** A town for random writes: households in blocks, villages, and people, and nothing else yet. */
export async function townToWriteIn(platform: TestPlatform): Promise<Made> {
  const { town, blocks, households, begins } = await settledTown(platform, 30);
  const query = `query($code: RegisterCode!) { town(code: $code) { organizationKinds { id class } industries { id } } }`;
  const { organizationKinds: kinds, industries } = (await town.admin.ask(query, { code: town.code })).town;
  const units = [0, 1, 2, 3].map(town.unit);
  for (const name of ['新一村', '新二村'])
    units.push(await town.openUnit({ kind: 'VILLAGE', parent: null, name, from: begins }));
  const people = await Promise.all(Array.from({ length: 8 }, () => town.person()));
  return {
    ...nothingYet(),
    ...{ town, blocks: [...blocks], households, units, people, kinds },
    industries: industries.map(({ id }: Data) => id),
    items: Object.values(await reliefIds(town, 'items')),
    funds: [(await fund(town, { budget: '600' })).id, (await fund(town)).id],
    ...{ endorser: await town.account('TOWN_ADMINISTRATOR'), approver: await town.account('TOWN_ADMINISTRATOR') },
    ...{ holder: await town.person(), about: await subject(town), line: (await hotline(town)).id },
  };
}

/** The one of a list at which a random number points; `''` of none. */
export function pick(list: readonly string[], which: number): string {
  return list[which % list.length] ?? '';
}

/** What a random write may be refused with. Anything else is a fault of the platform, or of the test. */
const refusals = new Set(['BAD_INPUT', 'CONFLICT', 'NOT_FOUND']);

/**
 * Runs a mutation that may be refused, as the administrator unless told, and adds the ids of what it made to a list. Returns whether it was done. `selection` is what
 * to read, such as `visit { id }` or `households { id }`.
 */
export async function attempt(
  { town }: Made,
  name: string,
  input: object,
  selection: string,
  list: string[] = [],
  client: ApiClient = town.admin,
): Promise<boolean> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation($input: ${type}) { ${name}(input: $input) { ${selection} } }`;
  const { data, errors } = await client.send(query, { input });
  const fault = errors.find(({ extensions }) => !refusals.has(extensions.code));
  if (fault) throw new Error(`${name} ${JSON.stringify(input)}: ${fault.extensions.code} ${fault.message}`);
  const made = Object.values<Data>(data?.[name] ?? {}).flat();
  list.push(...made.map(({ id }: Data) => id));
  return made.length > 0;
}
