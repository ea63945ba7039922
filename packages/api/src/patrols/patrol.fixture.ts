import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import { stepsWith } from '../../test/steps.ts';

/** Opens a route of three stops from a day on, by default in a new block. Returns what is selected of it. */
export async function route(
  town: TestTown,
  input: Record<string, unknown> = {},
  selection = 'id stops { id name }',
  client: ApiClient = town.admin,
): Promise<Data> {
  const unit = input.unit ?? (await town.openUnit({ from: '2024-01-01' }));
  const usual = { name: '小区夜巡', stops: ['南门', '河边步道', '垃圾房'], from: '2024-01-01' };
  return (await client.do('openPatrolRoute', { ...usual, ...input, unit }, `route { ${selection} }`)).route;
}

/** Records a patrol of one new person, by default one that found nothing. Returns what is selected of it. */
export async function patrol(
  town: TestTown,
  input: Record<string, unknown>,
  selection = 'id',
  client: ApiClient = town.admin,
): Promise<Data> {
  const people = input.people ?? [await town.person('巡逻员')];
  const full = { ...(input.findings ? {} : { nothingFound: true }), ...input, people };
  return (await client.do('recordPatrol', full, `patrol { ${selection} }`)).patrol;
}

/** Takes a step with what a patrol brought up. Returns what is selected of it. */
export const follow = stepsWith('finding', 'state actedOn');

/** A patrol along a route with something that it suggested, for which nothing was done yet. */
export async function furnishedPatrol(town: TestTown, input: Record<string, unknown> = {}) {
  const walked = await route(town, input);
  const suggestion = { kind: 'SUGGESTION', text: '步道装两盏灯', place: '河边步道' };
  const made = await patrol(town, { route: walked.id, findings: [suggestion] }, 'id findings { id }');
  return { route: walked.id, stop: walked.stops[0].id, patrol: made.id, finding: made.findings[0].id };
}
