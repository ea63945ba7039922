import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import { stepsWith } from '../../test/steps.ts';
import { reliefIds } from '../relief-items/relief-item.fixture.ts';

/** Applies for 1,000 yuan of 春节帮困 for a household. Returns what is selected of the application. */
export async function applied(
  town: TestTown,
  household: string | undefined,
  input: Record<string, unknown> = {},
  client: ApiClient = town.admin,
  selection = 'id',
): Promise<Data> {
  const usual = { household, reason: '生活困难', amount: '1000' };
  const item = 'item' in input ? {} : { item: (await reliefIds(town, 'items')).春节帮困 };
  const asked = { ...usual, ...item, ...input };
  return (await client.do('applyForRelief', asked, `reliefApplication { ${selection} }`)).reliefApplication;
}

/** Takes a step with an application. Returns what is selected of it. */
export const relieve = stepsWith('reliefApplication');

/** Those through whose hands an application goes in the first unit of a town, one after the other. */
export interface ReliefHands {
  worker: ApiClient;
  officer: ApiClient;
}

/** Accounts of a social worker who applies for households of the first unit, and of an officer who endorses there; the administrator approves. */
export async function reliefHands(town: TestTown): Promise<ReliefHands> {
  const unit = town.unit(0);
  return {
    worker: await town.account('SOCIAL_WORKER', { unit }),
    officer: await town.account('UNIT_OFFICER', { unit }),
  };
}

/** An application that a worker recorded and an officer endorsed. Returns its id. */
export async function endorsed(
  town: TestTown,
  { worker, officer }: ReliefHands,
  household: string | undefined,
  input: Record<string, unknown> = {},
): Promise<string> {
  const { id } = await applied(town, household, input, worker);
  await relieve(officer, 'endorseRelief', id, 'on' in input ? { on: input.on } : {});
  return id;
}

/** One that the administrator then approved, with grants of a fund each. Returns its id. */
export async function granted(
  town: TestTown,
  hands: ReliefHands,
  household: string | undefined,
  grants: readonly { fund: string; amount: string }[],
  input: Record<string, unknown> = {},
): Promise<string> {
  const id = await endorsed(town, hands, household, input);
  await relieve(town.admin, 'approveRelief', id, { grants, ...('on' in input ? { on: input.on } : {}) });
  return id;
}

let rounds = 0;

/** Opens a campaign of 2026. Returns what is selected of it. */
export async function campaign(
  { admin, code }: TestTown,
  input: Record<string, unknown> = {},
  selection = 'id',
): Promise<Data> {
  const usual = { town: code, name: `帮困活动${++rounds}`, firstDay: '2026-01-01', lastDay: '2026-12-31' };
  return (await admin.do('openReliefCampaign', { ...usual, ...input }, `campaign { ${selection} }`)).campaign;
}
