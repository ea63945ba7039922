import { randomUUID } from 'node:crypto';
import type { ApiClient, Data } from '../../test/client.ts';
import type { TestPlatform, TestTown } from '../../test/platform.ts';
import { receivedAtOnce, visitInput } from '../visits/visit.fixture.ts';

const begins = '2020-01-01';

/** Opens a village or committee with blocks of five households each. Answers the ids. */
export async function settle(town: TestTown, kind: string, name: string, blocks: number) {
  const unit = await town.openUnit({ kind, name, parent: undefined, from: begins });
  const households: string[] = [];
  const opened: string[] = [];
  for (let each = 0; each < blocks; each++) {
    const block = await town.openUnit({ name: `${name}${each + 1}块`, parent: unit, from: begins });
    const codes = Array.from({ length: 5 }, (_, number) => `${name}${each + 1}-${number + 1}`);
    const registered = await town.admin.do('registerHouseholds', { block, codes, from: begins }, 'households { id }');
    households.push(...registered.households.map((household: Data) => household.id));
    opened.push(block);
  }
  return { unit, blocks: opened, households };
}

/** A visit: to which household, on which day, and what is otherwise than in a record that is in order. */
export interface Meeting {
  household: string | undefined;
  day: string;
  more?: Record<string, unknown>;
}

/** Sends visits that were noted and received on their evenings, each saying something of its own, fifty at once. */
export async function meet(platform: TestPlatform, town: TestTown, meetings: readonly Meeting[]): Promise<void> {
  for (let start = 0; start < meetings.length; start += 50) {
    const visits = await Promise.all(
      meetings.slice(start, start + 50).map(({ household, day, more }, index) =>
        visitInput(town, household, day, {
          ...{ clientId: randomUUID(), notedAt: `${day}T20:00:00+08:00`, outcome: '已办' },
          ...{ situation: `${day}第${start + index}户见面`, ...more },
        }),
      ),
    );
    await town.admin.do('syncVisits', { town: town.code, visits }, 'results { status }');
  }
  await receivedAtOnce(platform, town);
}

const score = '{ rank figure { numerator denominator rounded } }';
export const scores = ['contacts', 'breadth', 'records', 'promptness', 'solved'] as const;

/** Reads a scoreboard: its first units with what is selected of them, by default 100 with their places and figures. */
export async function scoreboard(
  client: ApiClient,
  code: string,
  args: string,
  units = '100',
  selection = `unit name households ${scores.map((each) => `${each} ${score}`).join(' ')} satisfaction { rounded }`,
): Promise<Data> {
  const query = `query($code: RegisterCode!) { town(code: $code) { comparisons(${args}) {
    asOf fewest whole { ${selection} } units(first: ${units}) { nodes { ${selection} } } } } }`;
  return (await client.ask(query, { code })).town.comparisons;
}
