import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { moveEnrolment, withdrawEnrolment } from './change-enrolment.ts';
import { enrolInProgramme } from './enrol.ts';
import {
  EnrolInProgrammeInput,
  EnrolInProgrammePayload,
  EnrolmentPayload,
  MoveEnrolmentInput,
  WithdrawEnrolmentInput,
} from './enrolment.input.ts';
import { changedEnrolments } from './enrolment-rows.ts';

@Resolver()
export class EnrolmentMutations {
  @Mutation(() => EnrolInProgrammePayload, {
    description:
      'Enrols residents or households in a programme 报名: all of them or none. Who finds no place waits 候补.',
  })
  enrolInProgramme(
    @Ctx() ctx: Context,
    @Input(() => EnrolInProgrammeInput) input: EnrolInProgrammeInput,
  ): Promise<EnrolInProgrammePayload> {
    const { townId } = requireId(input.programme, 'Programme', 'input.programme');
    return ctx.changeTown(townId, 'input.programme', 'enrolInProgramme', input, async (desk) => ({
      enrolments: await changedEnrolments(desk, await enrolInProgramme(desk, ctx.signedIn, input)),
    }));
  }

  @Mutation(() => EnrolmentPayload, { description: 'Takes an enrolment back 退出. Whoever waits next gets the place.' })
  withdrawEnrolment(
    @Ctx() ctx: Context,
    @Input(() => WithdrawEnrolmentInput) input: WithdrawEnrolmentInput,
  ): Promise<EnrolmentPayload> {
    return change(ctx, 'withdrawEnrolment', input, (desk) => withdrawEnrolment(desk, ctx.signedIn, input));
  }

  @Mutation(() => EnrolmentPayload, { description: 'Moves an enrolment to another session that has a place 改期.' })
  moveEnrolment(
    @Ctx() ctx: Context,
    @Input(() => MoveEnrolmentInput) input: MoveEnrolmentInput,
  ): Promise<EnrolmentPayload> {
    return change(ctx, 'moveEnrolment', input, (desk) => moveEnrolment(desk, ctx.signedIn, input));
  }
}

/** Changes the enrolment that an input names, and answers it as the change left it. */
function change(
  ctx: Context,
  operation: string,
  input: Keyed & { enrolment: string },
  work: (desk: Desk) => Promise<{ uuid: string; movedUp: number }>,
): Promise<EnrolmentPayload> {
  const field = 'input.enrolment';
  const { townId } = requireId(input.enrolment, 'ProgrammeEnrolment', field);
  return ctx.changeTown(townId, field, operation, input, async (desk) => {
    const { uuid, movedUp } = await work(desk);
    const [enrolment] = await changedEnrolments(desk, [uuid]);
    if (!enrolment) throw notFound(field);
    return { enrolment, movedUp };
  });
}
