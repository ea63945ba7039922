import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { assignWorker, endWorkAssignment } from './assign-worker.ts';
import { changeGuidanceStation } from './change-guidance-station.ts';
import { closeGuidanceStation } from './close-guidance-station.ts';
import { guidanceStationsOf } from './guidance-station-rows.ts';
import { openGuidanceStation } from './open-guidance-station.ts';
import {
  AssignWorkerInput,
  ChangeGuidanceStationInput,
  CloseGuidanceStationInput,
  EndWorkAssignmentInput,
  GuidanceStationPayload,
  OpenGuidanceStationInput,
  WorkAssignmentPayload,
} from './party-work.input.ts';
import { workAssignmentsOf } from './work-assignments.ts';

@Resolver()
export class PartyWorkMutations {
  @Mutation(() => WorkAssignmentPayload, {
    description: 'Assigns somebody to an organisation, or to all organisations of a unit and under it: work coverage.',
  })
  async assignWorker(
    @Ctx() ctx: Context,
    @Input(() => AssignWorkerInput) input: AssignWorkerInput,
  ): Promise<WorkAssignmentPayload> {
    const { townId } = requireId(input.person, 'Person', 'input.person');
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.person', 'assignWorker', input, async (desk) => ({
      assignment: await changedAssignment(desk, await assignWorker(desk, ctx.signedIn, input, from)),
    }));
  }

  @Mutation(() => WorkAssignmentPayload, { description: 'Ends an assignment.' })
  async endWorkAssignment(
    @Ctx() ctx: Context,
    @Input(() => EndWorkAssignmentInput) input: EndWorkAssignmentInput,
  ): Promise<WorkAssignmentPayload> {
    const { townId } = requireId(input.assignment, 'WorkAssignment', 'input.assignment');
    const on = dayOfChange(input.on, ctx.today, 'input.on');
    return ctx.changeTown(townId, 'input.assignment', 'endWorkAssignment', input, async (desk) => ({
      assignment: await changedAssignment(desk, await endWorkAssignment(desk, ctx.signedIn, input, on)),
    }));
  }

  @Mutation(() => GuidanceStationPayload, { description: 'Opens a guidance station 党建工作指导站 of a centre.' })
  async openGuidanceStation(
    @Ctx() ctx: Context,
    @Input(() => OpenGuidanceStationInput) input: OpenGuidanceStationInput,
  ): Promise<GuidanceStationPayload> {
    const { townId } = await getTownFor(ctx, 'coverage:keep', input.town);
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.town', 'openGuidanceStation', input, async (desk) => ({
      station: await changedStation(desk, await openGuidanceStation(desk, ctx.signedIn, input, from)),
    }));
  }

  @Mutation(() => GuidanceStationPayload, {
    description: 'Changes what a guidance station is called, who leads it, or, from a day on, which kinds it guides.',
  })
  async changeGuidanceStation(
    @Ctx() ctx: Context,
    @Input(() => ChangeGuidanceStationInput) input: ChangeGuidanceStationInput,
  ): Promise<GuidanceStationPayload> {
    const { townId } = requireId(input.station, 'GuidanceStation', 'input.station');
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.station', 'changeGuidanceStation', input, async (desk) => ({
      station: await changedStation(desk, await changeGuidanceStation(desk, ctx.signedIn, input, from)),
    }));
  }

  @Mutation(() => GuidanceStationPayload, { description: 'Closes a guidance station.' })
  async closeGuidanceStation(
    @Ctx() ctx: Context,
    @Input(() => CloseGuidanceStationInput) input: CloseGuidanceStationInput,
  ): Promise<GuidanceStationPayload> {
    const { townId } = requireId(input.station, 'GuidanceStation', 'input.station');
    const on = dayOfChange(input.on, ctx.today, 'input.on');
    return ctx.changeTown(townId, 'input.station', 'closeGuidanceStation', input, async (desk) => ({
      station: await changedStation(desk, await closeGuidanceStation(desk, ctx.signedIn, input.station, on)),
    }));
  }
}

async function changedAssignment(desk: Desk, uuid: string) {
  desk.forget();
  const assignment = (await desk.load(workAssignmentsOf, desk.town)).find((each) => each.uuid === uuid);
  if (!assignment) throw notFound();
  return assignment;
}

async function changedStation(desk: Desk, uuid: string) {
  desk.forget();
  const station = (await desk.load(guidanceStationsOf, desk.town)).find((each) => each.uuid === uuid);
  if (!station) throw notFound();
  return station;
}
