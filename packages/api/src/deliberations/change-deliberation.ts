import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import type { DeliberationPayload } from './deliberation.input.ts';
import { deliberationsById } from './deliberation-rows.ts';

/** By what an input may name what is changed: the field, and the type of the id in it. */
const named = {
  deliberation: 'Deliberation',
  meeting: 'DeliberationMeeting',
  objection: 'DeliberationObjection',
  unit: 'Unit',
  voter: 'DeliberationVoter',
} as const;

/** Changes what an input names by a field in a town, and answers the deliberation as the change left it. */
export function changeDeliberation<Name extends keyof typeof named>(
  ctx: Context,
  operation: string,
  name: Name,
  input: Keyed & Record<Name, string>,
  work: (desk: Desk) => Promise<string>,
): Promise<DeliberationPayload> {
  const field = `input.${name}`;
  const { townId } = requireId(input[name], named[name], field);
  return ctx.changeTown(townId, field, operation, input, async (desk) => {
    const uuid = await work(desk);
    desk.forget();
    const deliberation = await desk.load(deliberationsById, { townId, uuid });
    if (!deliberation) throw notFound(field);
    return { deliberation };
  });
}
