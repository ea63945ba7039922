import type { Desk } from '../db/door.ts';
import { openPatrolRoute } from '../patrols/keep-routes.ts';
import type { PatrolFindingInput } from '../patrols/patrol-finding.input.ts';
import { recordPatrol } from '../patrols/record-patrol.ts';
import { globalId } from '../schema/global-id.ts';
import { demoActor, inventPerson } from './demo-actor.ts';
import { partyNamed, subjectNamed } from './demo-listed.ts';
import { dayAgo } from './demo-moments.ts';
import { inventedMark, repeatable } from './invented.ts';

/** What an invented patrol brings up, and what became of it at once; nothing yet unless told. */
interface DemoFinding extends Pick<PatrolFindingInput, 'kind' | 'text' | 'place'> {
  became?: { actedOn: string } | { notAdopted: string } | { requestAbout: string } | { passedTo: string };
}

/** A route of the demo in a unit, and its rounds, by days ago, the earliest first. */
export interface DemoRoute {
  unit: string;
  name: string;
  stops: string[];
  from: string;
  rounds: readonly { ago: number; findings: readonly DemoFinding[] }[];
}

/** Opens a route that two invented people patrol, and records its rounds of the last weeks. */
export async function patrolOfWeeks(desk: Desk, { unit, rounds, ...planned }: DemoRoute): Promise<void> {
  const actor = await demoActor(desk);
  const next = repeatable(desk.town + planned.name.charCodeAt(0));
  const people = [await inventPerson(desk, next), await inventPerson(desk, next)];
  const opened = await openPatrolRoute(desk, actor, { ...planned, unit: globalId('Unit', desk.town, unit) });
  const route = globalId('PatrolRoute', desk.town, opened);
  for (const { ago, findings } of rounds) {
    const found = await Promise.all(findings.map((each) => findingOf(desk, each)));
    const nothingFound = findings.length === 0;
    await recordPatrol(desk, actor, { route, on: dayAgo(desk, ago), people, findings: found, nothingFound });
  }
}

async function findingOf(desk: Desk, { became, ...finding }: DemoFinding): Promise<PatrolFindingInput> {
  const said = { ...finding, text: `${finding.text}${inventedMark}` };
  if (became === undefined) return said;
  if ('requestAbout' in became) return { ...said, request: { subject: await subjectNamed(desk, became.requestAbout) } };
  if ('passedTo' in became) return { ...said, passedOn: { party: await partyNamed(desk, became.passedTo) } };
  return { ...said, ...became };
}
