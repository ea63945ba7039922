import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { PatrolPayload, RecordPatrolInput, RevisePatrolInput, WithdrawPatrolInput } from './patrol.input.ts';
import { patrolNow } from './patrol-rows.ts';
import { recordPatrol } from './record-patrol.ts';
import { revisePatrol, withdrawPatrol } from './revise-patrol.ts';

@Resolver()
export class PatrolMutations {
  @Mutation(() => PatrolPayload, {
    description:
      'Records a patrol 巡逻 along a route or of a place: who took part, what it came by, what it brought up or that nothing was found, and what became of that at once.',
  })
  recordPatrol(@Ctx() ctx: Context, @Input(() => RecordPatrolInput) input: RecordPatrolInput): Promise<PatrolPayload> {
    const { townId, field } = whereOf(input);
    return ctx.changeTown(townId, field, 'recordPatrol', input, async (desk) => ({
      patrol: await recordPatrol(desk, ctx.signedIn, input),
    }));
  }

  @Mutation(() => PatrolPayload, { description: 'Writes a patrol anew. What was written before stays to be read.' })
  revisePatrol(@Ctx() ctx: Context, @Input(() => RevisePatrolInput) input: RevisePatrolInput): Promise<PatrolPayload> {
    return change(ctx, 'revisePatrol', input, (desk) => revisePatrol(desk, ctx.signedIn, input));
  }

  @Mutation(() => PatrolPayload, {
    description:
      'Withdraws a patrol that never was, or was recorded twice. It stays to be read and counts nowhere, with all that it brought up; requests that were raised from it go on. For whoever recorded it, and for those with `patrol:withdraw`.',
  })
  withdrawPatrol(
    @Ctx() ctx: Context,
    @Input(() => WithdrawPatrolInput) input: WithdrawPatrolInput,
  ): Promise<PatrolPayload> {
    return change(ctx, 'withdrawPatrol', input, (desk) => withdrawPatrol(desk, ctx.signedIn, input));
  }
}

/** The town of what an input names. Errors: BAD_INPUT on input.route for neither a route nor a place, or both. */
function whereOf({ route, place }: RecordPatrolInput): { townId: number; field: string } {
  if (route != null && place == null)
    return { ...requireId(route, 'PatrolRoute', 'input.route'), field: 'input.route' };
  if (place == null || route != null) throw badInput('input.route', 'patrolOfRouteOrPlace');
  const field = 'input.place.unit';
  return { ...requireId(place.unit, 'Unit', field), field };
}

/** Runs a change of one patrol and answers it as the change left it. */
function change(
  ctx: Context,
  operation: string,
  input: Keyed & { patrol: string },
  work: (desk: Desk) => Promise<string>,
): Promise<PatrolPayload> {
  const { townId } = requireId(input.patrol, 'Patrol', 'input.patrol');
  return ctx.changeTown(townId, 'input.patrol', operation, input, async (desk) => ({
    patrol: await patrolNow(desk, await work(desk)),
  }));
}
