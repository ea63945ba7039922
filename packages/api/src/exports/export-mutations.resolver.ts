import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import {
  CancelExportInput,
  CancelExportPayload,
  type ExportType,
  RequestExportInput,
  RequestExportPayload,
} from './export.type.ts';
import { exportsById } from './export-rows.ts';
import { cancelExport, requestExport } from './request-export.ts';

@Resolver()
export class ExportMutations {
  @Mutation(() => RequestExportPayload, {
    description:
      'Asks for a file with the records of a town that the application may see, all of one moment. An application has one under way in a town at the most, and its file is kept for seven days.',
  })
  async requestExport(
    @Ctx() ctx: Context,
    @Input(() => RequestExportInput) input: RequestExportInput,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<RequestExportPayload> {
    const { townId } = await getTownFor(ctx, 'record:export', input.town);
    return ctx.changeTown(
      townId,
      'input.town',
      'requestExport',
      input,
      async (desk) => ({ export: await shown(desk, await requestExport(desk, ctx.signedIn, input, schema)) }),
      { keepsFigures: true },
    );
  }

  @Mutation(() => CancelExportPayload, { description: 'Cancels an export of the application’s that is under way.' })
  cancelExport(
    @Ctx() ctx: Context,
    @Input(() => CancelExportInput) input: CancelExportInput,
  ): Promise<CancelExportPayload> {
    const { townId } = requireId(input.export, 'Export', 'input.export');
    return ctx.changeTown(
      townId,
      'input.export',
      'cancelExport',
      input,
      async (desk) => ({ export: await shown(desk, await cancelExport(desk, ctx.signedIn, input.export)) }),
      { keepsFigures: true },
    );
  }
}

async function shown(desk: Desk, uuid: string): Promise<ExportType> {
  const found = await desk.load(exportsById, { townId: desk.town, uuid });
  if (!found) throw notFound();
  return found;
}
