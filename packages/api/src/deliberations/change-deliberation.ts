import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { type IdType, requireId } from '../schema/global-id.ts';
import type { DeliberationPayload } from './deliberation.input.ts';
import { deliberationsById } from './deliberation-rows.ts';

/** Changes what an input names in a town, and answers the deliberation as the change left it. */
export function changeDeliberation(
  ctx: Context,
  operation: string,
  input: Keyed,
  { id, type, field }: { id: string; type: IdType; field: string },
  work: (desk: Desk) => Promise<string>,
): Promise<DeliberationPayload> {
  const { townId } = requireId(id, type, field);
  return ctx.changeTown(townId, field, operation, input, async (desk) => {
    const uuid = await work(desk);
    desk.forget();
    const deliberation = await desk.load(deliberationsById, { townId, uuid });
    if (!deliberation) throw notFound(field);
    return { deliberation };
  });
}
