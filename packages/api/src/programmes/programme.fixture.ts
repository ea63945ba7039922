import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';

let count = 0;

/** Plans a programme of 2027 for residents of any age. Returns what is selected of it. */
export async function planned(
  town: TestTown,
  input: Record<string, unknown> = {},
  client: ApiClient = town.admin,
  selection = 'id',
): Promise<Data> {
  const usual = { name: `项目${++count}`, about: '内容', kind: 'EVENT', takers: 'RESIDENT' };
  const full = { town: town.code, ...usual, firstDay: '2027-01-01', lastDay: '2027-12-31', ...input };
  return (await client.do('planProgramme', full, `programme { ${selection} }`)).programme;
}

/** Takes a step with a programme. Returns what is selected of it. */
export async function step(
  client: ApiClient,
  verb: string,
  programme: string,
  input: Record<string, unknown> = {},
  selection = 'state',
): Promise<Data> {
  return (await client.do(verb, { programme, ...input }, `programme { ${selection} }`)).programme;
}

/** Plans a programme with sessions on days and opens it. Returns its id and theirs, the first day first. */
export async function opened(
  town: TestTown,
  input: Record<string, unknown> = {},
  days: readonly string[] = [],
  session: Record<string, unknown> = {},
): Promise<{ id: string; sessions: string[] }> {
  const { id } = await planned(town, input);
  if (days.length > 0) await step(town.admin, 'scheduleProgrammeSessions', id, { days, ...session });
  const { sessions } = await step(town.admin, 'openProgramme', id, {}, 'sessions { id }');
  return { id, sessions: sessions.map((each: Data) => each.id) };
}

/** Enrols residents or households in a programme. Returns what is selected of each enrolment. */
export async function enrol(
  client: ApiClient,
  programme: string,
  takers: readonly (string | undefined)[],
  input: Record<string, unknown> = {},
  selection = 'id state',
): Promise<Data[]> {
  return (await client.do('enrolInProgramme', { programme, takers, ...input }, `enrolments { ${selection} }`))
    .enrolments;
}
