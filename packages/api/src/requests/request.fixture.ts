import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import { stepsWith } from '../../test/steps.ts';

/** The id of an entry of the town's list of subjects or of parties outside, by its name. */
async function entry(town: TestTown, list: 'requestSubjects' | 'externalParties', name: string): Promise<string> {
  const query = `query($code: RegisterCode!) { town(code: $code) { list: ${list} { id name } } }`;
  const { list: entries } = (await town.admin.ask(query, { code: town.code })).town;
  return entries.find((each: Data) => each.name === name).id;
}

export const subject = (town: TestTown, name = '物业') => entry(town, 'requestSubjects', name);
export const party = (town: TestTown, name = '物业公司') => entry(town, 'externalParties', name);

/** Raises a request, by default of the household, about 物业, found at a visit. Returns what is selected of it. */
export async function raise(
  town: TestTown,
  input: Record<string, unknown>,
  selection = 'id',
  client: ApiClient = town.admin,
): Promise<Data> {
  const full = { source: 'VISIT', subject: await subject(town), description: '楼道灯坏了，请修', ...input };
  return (await client.do('raiseRequest', full, `request { ${selection} }`)).request;
}

/** Takes a step with a request. Returns what is selected of it. */
export const take = stepsWith('request');

/** How something was handled at once by a person: explained. */
export const explained = (holder: string) => ({
  handlingClass: 'INDIVIDUAL',
  handled: { holder, evidence: [{ kind: 'EXPLANATION', text: '按规定不能办，已说明' }], outcome: '居民理解' },
});

/** A follow-up of which everybody is satisfied. */
export const contented = { way: 'TELEPHONE', satisfaction: 'SATISFIED', outcome: '居民表示满意' };

/** Runs one mutation many times, fifty in an operation. Returns what is selected of each request, or whatever it is of, in order. */
export async function takeMany(
  client: ApiClient,
  verb: string,
  inputs: readonly Record<string, unknown>[],
  selection = 'id',
  of: 'request' | 'call' = 'request',
): Promise<Data[]> {
  const type = `${verb[0]?.toUpperCase()}${verb.slice(1)}Input!`;
  const answers: Data[] = [];
  for (let start = 0; start < inputs.length; start += 50) {
    const some = inputs.slice(start, start + 50);
    const variables = Object.fromEntries(some.map((input, index) => [`i${index}`, input]));
    const query = `mutation(${some.map((_, index) => `$i${index}: ${type}`).join(', ')}) {
      ${some.map((_, index) => `a${index}: ${verb}(input: $i${index}) { ${of} { ${selection} } }`).join('\n')} }`;
    const data = await client.ask(query, variables);
    answers.push(...some.map((_, index) => data[`a${index}`][of]));
  }
  return answers;
}
