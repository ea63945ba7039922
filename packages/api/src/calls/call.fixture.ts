import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import { stepsWith } from '../../test/steps.ts';
import { hotline } from './hotline.fixture.ts';

const lines = new WeakMap<TestTown, Promise<string>>();

/** The hotline of a town for calls that name none. */
function ownLine(town: TestTown): Promise<string> {
  const line = lines.get(town) ?? hotline(town, { name: '镇热线' }).then(({ id }) => id);
  lines.set(town, line);
  return line;
}

/** Records a call that a new person of the town took and answered, by default of somebody unknown. Returns what is selected of it. */
export async function call(
  town: TestTown,
  input: Record<string, unknown> = {},
  selection = 'id',
  client: ApiClient = town.admin,
): Promise<Data> {
  const usual = {
    hotline: input.hotline ?? (await ownLine(town)),
    answeredBy: input.answeredBy ?? (await town.person('社工')),
    ...{ caller: { otherName: '路过的人', telephone: '13800000000' }, matter: '问活动室几点开门', answer: '早上八点' },
  };
  return (await client.do('recordCall', { ...usual, ...input }, `call { ${selection} }`)).call;
}

/** Records a call that nobody took. Returns what is selected of it. */
export async function missedCall(town: TestTown, input: Record<string, unknown> = {}, selection = 'id'): Promise<Data> {
  const usual = { hotline: input.hotline ?? (await ownLine(town)), caller: { telephone: '138 0000 0001' } };
  return (await town.admin.do('recordMissedCall', { ...usual, ...input }, `call { ${selection} }`)).call;
}

/** Takes a step with a call. Returns what is selected of it. */
export const callStep = stepsWith('call');

/** A follow-up of which everybody is satisfied. */
export const pleased = { way: 'TELEPHONE', satisfaction: 'SATISFIED', outcome: '满意' };

/** And one of which nobody is. */
export const displeased = { way: 'TELEPHONE', satisfaction: 'DISSATISFIED', outcome: '没说清楚' };
