import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import { stepsWith } from '../../test/steps.ts';

/** From which day the squads and places of tests are there unless told. */
const from = '2024-01-01';

/** Squads of a town have each its own name. */
let formed = 0;

/** Forms a squad, by default of a new head alone. Returns what is selected of it. */
export async function squad(
  town: TestTown,
  input: Record<string, unknown> = {},
  selection = 'id',
  client: ApiClient = town.admin,
): Promise<Data> {
  const head = input.head ?? (await town.person('组长'));
  const usual = { town: town.code, name: `第${++formed}督查组`, from };
  return (await client.do('formInspectionSquad', { ...usual, ...input, head }, `squad { ${selection} }`)).squad;
}

/** Opens an internet cafe to inspect, by default in the first village or committee. Returns what is selected of it. */
export async function place(
  town: TestTown,
  input: Record<string, unknown> = {},
  selection = 'id',
  client: ApiClient = town.admin,
): Promise<Data> {
  const full = { unit: town.unit(0), kind: 'INTERNET_CAFE', name: '蓝天网吧', from, ...input };
  return (await client.do('openInspectionPlace', full, `place { ${selection} }`)).place;
}

/** Records a round, by default of the squad's head at one place where nothing was found. Returns what is selected of it. */
export async function round(
  town: TestTown,
  { squad: of, places = [], ...input }: Record<string, unknown> & { squad: string; places?: readonly string[] },
  selection = 'id',
  client: ApiClient = town.admin,
): Promise<Data> {
  const people = input.people ?? [await headOf(town, of)];
  const checks = input.checks ?? places.map((each) => ({ place: each, nothingFound: true }));
  const full = { squad: of, ...input, people, checks };
  return (await client.do('recordInspectionRound', full, `round { ${selection} }`)).round;
}

/** The head of a squad today. */
export async function headOf(town: TestTown, id: string): Promise<string> {
  const query = 'query($id: ID!) { inspectionSquad(id: $id) { head { id } } }';
  return (await town.admin.ask(query, { id })).inspectionSquad.head.id;
}

/** Takes a step with a finding. Returns what is selected of it. */
export const follow = stepsWith('finding', 'state mended');

/** A round of a squad with one place, by default today, where something was found that is open. */
export async function furnishedInspection(town: TestTown, input: Record<string, unknown> = {}, on?: string) {
  const of = (await squad(town, input.from === undefined ? {} : { from: input.from })).id;
  const at = (await place(town, input)).id;
  const checks = [{ place: at, findings: [{ kind: 'MINORS', text: '有未成年人上网' }] }];
  const made = await round(
    town,
    { squad: of, checks, ...(on === undefined ? {} : { on }) },
    'id checks { id findings { id } }',
  );
  const [check] = made.checks;
  return { squad: of, place: at, round: made.id, check: check.id, finding: check.findings[0].id };
}
