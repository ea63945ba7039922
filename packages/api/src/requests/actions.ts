import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { levelsAbove, levelsBelow, levelsOn } from '../handling/levels.ts';
import { type RequestStep, transitions } from '../handling/transitions.ts';
import type { RequestType } from './request.type.ts';
import { mayAt } from './request-reach.ts';
import { standingOf } from './standing.ts';
import { touched } from './touched.ts';

/** The steps that somebody may take with a request now, in the order of the table. */
export async function actionsOf(desk: Desk, actor: Actor, request: RequestType): Promise<RequestStep[]> {
  const standing = await standingOf(desk, request);
  const levels = levelsOn(standing.path);
  const possible: Partial<Record<RequestStep, boolean>> = {
    ESCALATE: levelsAbove(levels, request.level).length > 0,
    RETURN: levelsBelow(levels, request.level).length > 0,
    HANDLE: request.handlingClass !== null,
  };
  const now = transitions.filter(({ step, from }) => from.includes(request.state) && possible[step] !== false);
  const acted = now.some((each) => each.untouched) && (await desk.load(touched, request));
  const steps = now
    .filter(({ untouched }) => !untouched || !acted)
    .filter(({ permission, at }) => mayAt(actor, permission, at, standing, request.level))
    .map(({ step }) => step);
  return [...new Set(steps)];
}
