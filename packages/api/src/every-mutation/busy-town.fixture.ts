import { ApiClient, type Data } from '../../test/client.ts';
import type { TestPlatform, TestTown } from '../../test/platform.ts';
import { type FurnishedTown, neighbours } from '../access/isolation.fixture.ts';
import { importFiles } from './files.fixture.ts';
import { answerCalls, handlePetitions, handleRequests, inspectPlaces, mediateAndPatrol } from './handling.fixture.ts';
import { keepHouseholds } from './households.fixture.ts';
import { keepParty } from './party.fixture.ts';
import {
  deliberateTogether,
  giveRelief,
  holdProgrammes,
  joinOffered,
  pairPeople,
  spendPoints,
} from './services.fixture.ts';
import { keepSettings } from './settings.fixture.ts';
import { giveRoles, keepTree } from './tree.fixture.ts';

/** A mutation that was done with an idempotency key of its own. */
export interface Done {
  name: string;
  input: Record<string, unknown>;
}

/** A client that gives every mutation a key, and keeps what it did. */
export class KeyedClient extends ApiClient {
  readonly done: Done[] = [];

  override async do(...[name, input, selection, purpose]: Parameters<ApiClient['do']>): Promise<Data> {
    const keyed = { ...input, idempotencyKey: `${name}-${this.done.length}` };
    const answer = await super.do(name, keyed, selection, purpose);
    this.done.push({ name, input: keyed });
    return answer;
  }
}

/** A town whose administrator has done everything that can be done in a town, and another town. */
export async function busyTown(
  platform: TestPlatform,
): Promise<{ town: FurnishedTown; by: KeyedClient; other: TestTown }> {
  const newTown = async () => {
    const town = await platform.newTown();
    return { ...town, admin: new KeyedClient(town.admin.url, town.admin.token) };
  };
  const { mine: town, other } = await neighbours({ ...platform, newTown });
  const by = town.admin;
  if (!(by instanceof KeyedClient)) throw new Error('The town was not made by the client that keeps what it does');
  await keepTree(town);
  await keepHouseholds(town);
  await keepSettings(town);
  await handleRequests(town);
  await giveRelief(town);
  await pairPeople(town);
  await deliberateTogether(town);
  await holdProgrammes(town);
  await joinOffered(platform, town);
  await spendPoints(town);
  await answerCalls(town);
  await handlePetitions(town);
  await mediateAndPatrol(town);
  await inspectPlaces(town);
  await keepParty(town);
  await importFiles(town);
  await giveRoles(town);
  return { town, by, other };
}
