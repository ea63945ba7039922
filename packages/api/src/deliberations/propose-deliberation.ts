import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { getRequestFor } from '../requests/find-request.ts';
import { dayOfDeed } from '../schema/day.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { unitToDeal } from '../units/standing-under.ts';
import type { DeliberationRow } from './deliberation-rows.ts';
import type { Electorate } from './deliberation-states.ts';
import { getRuleInUse } from './rule-rows.ts';
import { type DeliberationStepAsked, takeDeliberationStep, writeDeliberationEvent } from './take-deliberation-step.ts';

/** What is asked, and by which rule it is to be decided. Ids are global ones. */
interface Asked {
  question: string;
  description: string;
  deliberationRule: string;
}

const longestQuestion = 200;
const mostRequests = 50;

/**
 * Proposes a deliberation in a unit. Returns its id in the town.
 * Errors: those of unitToDeal on input.unit, of getRuleInUse and of readRequests; BAD_INPUT on a text or on input.on.
 */
export async function proposeDeliberation(
  desk: Desk,
  actor: Actor,
  input: Asked & { unit: string; electorate: Electorate; requests?: string[] | null; on?: string | null },
): Promise<string> {
  await holdTree(desk);
  const on = dayOfDeed(input.on, dayOf(desk.now), 'input.on');
  const needs = { actor, permission: 'deliberation:manage' } as const;
  const block_id = await unitToDeal(desk, input.unit, on, 'input.unit', needs);
  if (block_id === null) throw notFound('input.unit');
  const said = await readAsked(desk, input, on);
  const requests = await readRequests(desk, actor, input.requests ?? []);
  const row: DeliberationRow = {
    ...{ town_id: desk.town, id: newId(), ...said, block_id, electorate: input.electorate },
    ...{ rule_version_id: null, state: 'PREPARED', proposed_on: on, opened_at: null, closes_at: null },
    ...{ decided_on: null, passed: null, recorded_at: desk.now, recorded_by: actor.accountId, version: 1 },
  };
  await desk.db.insertInto('deliberation').values(row).execute();
  if (requests.length > 0) {
    const links = requests.map((request_id) => ({
      ...{ town_id: desk.town, id: newId(), deliberation_id: row.id, request_id },
    }));
    await desk.db.insertInto('deliberation_request').values(links).execute();
  }
  await writeDeliberationEvent(desk, actor, row, 'PROPOSE', on, {});
  return row.id;
}

/** Writes the question anew. Returns the deliberation's id in the town. Errors: those of takeDeliberationStep and readAsked. */
export function reviseDeliberation(desk: Desk, actor: Actor, input: DeliberationStepAsked & Asked): Promise<string> {
  return takeDeliberationStep(desk, actor, input, 'REVISE', async (_row, on) => ({
    changes: await readAsked(desk, input, on),
  }));
}

async function readAsked(desk: Desk, { question, description, deliberationRule }: Asked, on: string) {
  const { ruleUuid } = await getRuleInUse(desk, deliberationRule, on, 'input.deliberationRule');
  return {
    question: oneLine(question, 'input.question', longestQuestion),
    description: paragraphs(description, 'input.description'),
    rule_id: ruleUuid,
  };
}

/**
 * The requests that lead to a deliberation, by their ids in the town: of the third class, each once.
 * Errors: BAD_INPUT on input.requests for too many; NOT_FOUND on input.requests.N that the actor does not see; CONFLICT there for one of
 * another class, or withdrawn.
 */
async function readRequests(desk: Desk, actor: Actor, ids: readonly string[]): Promise<string[]> {
  if (ids.length > mostRequests) throw badInput('input.requests', 'tooMany', { most: mostRequests });
  const requests = await Promise.all(
    ids.map(async (id, index) => {
      const field = `input.requests.${index}`;
      const { uuid, state, handlingClass } = await getRequestFor(desk, actor, id, field);
      if (state === 'WITHDRAWN') throw conflict('requestWithdrawn', field);
      if (handlingClass !== 'MIXED') throw conflict('requestNotMixed', field);
      return uuid;
    }),
  );
  return [...new Set(requests)];
}
