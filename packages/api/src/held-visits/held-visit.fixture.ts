import { randomUUID } from 'node:crypto';
import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import { subject } from '../requests/request.fixture.ts';
import { visitInput } from '../visits/visit.fixture.ts';

/** A visit that was noted without a network, by default on the morning of 2024-05-01. */
export async function laterVisit(
  town: TestTown,
  household: string | undefined,
  more: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const notedAt = '2024-05-01T09:30:00+08:00';
  return visitInput(town, household, undefined, { clientId: randomUUID(), notedAt, ...more });
}

/** Sends visits that were made without a network. Returns what became of each. */
export async function sync(
  town: TestTown,
  visits: readonly Record<string, unknown>[],
  by: ApiClient = town.admin,
): Promise<Data[]> {
  const selection = 'results { clientId status visit { id } held { id code field message } }';
  return (await by.do('syncVisits', { town: town.code, visits }, selection)).results;
}

/** Lets a town hold a visit at which something was asked for, since its day lies ahead. Returns its id. */
export async function heldVisit(town: TestTown, household: string | undefined, by?: ApiClient): Promise<string> {
  const requests = [{ subject: await subject(town), description: '楼道灯坏了' }];
  const ahead = { visitedOn: '2099-01-01', notedAt: new Date(), requests };
  const [result] = await sync(town, [await laterVisit(town, household, ahead)], by);
  return result.held.id;
}
