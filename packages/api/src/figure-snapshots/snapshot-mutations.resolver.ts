import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { closePeriod, reopenPeriod } from './close-period.ts';
import { ClosePeriodInput, ReopenPeriodInput } from './figure-snapshot.input.ts';
import { FigureSnapshotPayload } from './figure-snapshot.type.ts';
import { snapshotsById } from './snapshot-rows.ts';

@Resolver()
export class SnapshotMutations {
  @Mutation(() => FigureSnapshotPayload, {
    description:
      'Closes a period 封存: keeps every figure of it, of the whole town, of each unit and of each kind of organisations, as a snapshot.',
  })
  async closePeriod(
    @Ctx() ctx: Context,
    @Input(() => ClosePeriodInput) input: ClosePeriodInput,
  ): Promise<FigureSnapshotPayload> {
    const { townId } = await getTownFor(ctx, 'figure:close', input.town);
    return ctx.changeTown(townId, 'input.town', 'closePeriod', input, async (desk) =>
      payloadOf(desk, await closePeriod(desk, ctx.signedIn, input), 'input.town'),
    );
  }

  @Mutation(() => FigureSnapshotPayload, {
    description:
      'Opens a closed period again 解除封存. Its snapshot answers on under its id; closing the period again makes another one.',
  })
  reopenPeriod(
    @Ctx() ctx: Context,
    @Input(() => ReopenPeriodInput) input: ReopenPeriodInput,
  ): Promise<FigureSnapshotPayload> {
    const field = 'input.snapshot';
    const { townId } = requireId(input.snapshot, 'FigureSnapshot', field);
    return ctx.changeTown(townId, field, 'reopenPeriod', input, async (desk) =>
      payloadOf(desk, await reopenPeriod(desk, ctx.signedIn, input), field),
    );
  }
}

async function payloadOf(desk: Desk, uuid: string, field: string): Promise<FigureSnapshotPayload> {
  desk.forget();
  const snapshot = await desk.load(snapshotsById, { townId: desk.town, uuid });
  if (!snapshot) throw notFound(field);
  return { snapshot };
}
