import { holdsIn } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { type Connection, fillPage, type PageArgs } from '../schema/connection.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import type { ExportType } from './export.type.ts';
import { type ExportRow, exportOf, exportsById, selectExports } from './export-rows.ts';

/** An export, for the application, for whoever registered that, and for whoever decides in the town about applications. */
export async function findExport(ctx: Context, townId: number, uuid: string): Promise<ExportType | undefined> {
  const decides = holdsIn(ctx.signedIn, 'application:consent', townId);
  const desk = decides ? await ctx.readTown(townId) : await ctx.readSignIn();
  const found = await desk.load(exportsById, { townId, uuid });
  const { application } = ctx.signedIn;
  return application && application.id !== found?.applicationUuid ? undefined : found;
}

/** Which exports to list; those of the desk’s town, or those that it sees at sign-in. */
interface Wanted {
  town?: number;
  application?: string;
}

/** A page of exports, the latest first. Errors: BAD_INPUT on first, last, after or before. */
export async function listExports(
  desk: Desk,
  args: PageArgs,
  { town, application }: Wanted,
): Promise<Connection<ExportType>> {
  const keyOf = ({ requested_at: by, id: uuid }: ExportRow) => ({ by, uuid });
  const chosen = selectExports(desk)
    .$if(town !== undefined, (all) => all.where('e.town_id', '=', town ?? 0))
    .$if(application !== undefined, (all) => all.where('e.global_application_id', '=', application ?? ''));
  const page = await orderedPage(
    args,
    { by: 'e.requested_at', type: 'timestamptz', id: 'e.id', latestFirst: true, keyOf },
    chosen,
    chosen.clearSelect().select(({ fn }) => fn.countAll<number>().as('total')),
  );
  return fillPage(page, async (row) => exportOf(row));
}
