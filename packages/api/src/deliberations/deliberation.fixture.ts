import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import { stepsWith } from '../../test/steps.ts';

const minute = 60_000;
/** For how long votes of tests are open, in milliseconds of the platform's clock. */
export const voting = 5 * minute;

/** The id of a rule of the town's list, by its name. */
export async function ruleNamed(town: TestTown, name: string): Promise<string> {
  const query = 'query($code: RegisterCode!) { town(code: $code) { deliberationRules { id versions { name } } } }';
  const { deliberationRules } = (await town.admin.ask(query, { code: town.code })).town;
  return deliberationRules.find(({ versions }: Data) => versions.some((said: Data) => said.name === name)).id;
}

/** Proposes a deliberation, by default of the households of a unit by two thirds of all. Returns what is selected of it. */
export async function deliberation(
  town: TestTown,
  unit: string,
  input: Record<string, unknown> = {},
  selection = 'id',
  client: ApiClient = town.admin,
): Promise<Data> {
  const usual = { question: '把坏喷泉改建成小广场？', description: '喷泉已停用', electorate: 'HOUSEHOLDS' };
  const deliberationRule = await ruleNamed(town, '全体三分之二同意');
  const full = { unit, ...usual, deliberationRule, ...input };
  return (await client.do('proposeDeliberation', full, `deliberation { ${selection} }`)).deliberation;
}

/** Changes something of a deliberation. Returns what is selected of it. */
export const deliberate = stepsWith('deliberation');

/** When a vote that is opened now closes, on a platform whose clock is so many milliseconds ahead. */
export function closing(ahead = 0): string {
  return new Date(Date.now() + ahead + voting).toISOString();
}

/** Opens the vote of a deliberation. Returns the ids of its voters. */
export async function openVote(client: ApiClient, id: string, ahead = 0): Promise<string[]> {
  await deliberate(client, 'openDeliberation', id, { closesAt: closing(ahead) });
  return votersOf(client, id);
}

/** The ids of the voters of a deliberation of whom one records votes. */
export async function votersOf(client: ApiClient, id: string, filter: Record<string, unknown> = {}): Promise<string[]> {
  const query = `query($id: ID!, $filter: DeliberationVoterFilter) @purpose(of: CHECK) {
    deliberation(id: $id) { voters(first: 100, filter: $filter) { nodes { id } } } }`;
  return (await client.ask(query, { id, filter })).deliberation.voters.nodes.map((voter: Data) => voter.id);
}

/** Records how somebody votes. Returns what is selected of the deliberation. */
export async function vote(
  client: ApiClient,
  voter: string | undefined,
  choice: string,
  objections: string[] = [],
  selection = 'id',
): Promise<Data> {
  const input = { voter, choice, objections };
  return (await client.do('recordDeliberationVote', input, `deliberation { ${selection} }`)).deliberation;
}

/** The objections of a deliberation that one may read, with their texts. */
export async function objectionsOf(client: ApiClient, id: string, answered?: boolean): Promise<Data[]> {
  const query = `query($id: ID!, $answered: Boolean) @purpose(of: CHECK) {
    deliberation(id: $id) { objections(first: 100, answered: $answered) { nodes { id text answered
      voter { id household { code } person { name } } answers { text way answeredOn reply person { name } } } } } }`;
  return (await client.ask(query, { id, answered })).deliberation.objections.nodes;
}

/** Puts down a meeting. Returns its id. */
export async function meet(client: ApiClient, id: string, kind = 'RESIDENTS', input = {}): Promise<string> {
  const usual = { kind, place: '社区活动室', present: 30, minutes: '讨论了方案' };
  const { meetings } = await deliberate(
    client,
    'holdDeliberationMeeting',
    id,
    { ...usual, ...input },
    'meetings { id }',
  );
  return meetings.at(-1).id;
}

/** A deliberation whose vote is open, for so much longer than usual, with who objects, an answer, and a meeting. Returns their ids. */
export async function furnishedDeliberation(town: TestTown, unit: string, person: string, input = {}, ahead = 0) {
  const { admin } = town;
  const { id } = await deliberation(town, unit, input);
  const meeting = await meet(admin, id);
  const [voter = ''] = await openVote(admin, id, ahead);
  await vote(admin, voter, 'AGAINST', ['太吵']);
  const [{ id: objection } = { id: '' }] = await objectionsOf(admin, id);
  const answer = { objection, text: '已约定', way: 'AT_HOME', person };
  await admin.do('answerDeliberationObjection', answer, 'deliberation { id }');
  return { deliberation: id, meeting, voter, objection };
}
