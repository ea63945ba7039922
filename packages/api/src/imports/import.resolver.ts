import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Input } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { getTownFor } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { treeFiles } from './export-tree.ts';
import { ImportTreeInput, PreviewTreeImportInput } from './import.input.ts';
import { ImportTreePayload, PreviewTreeImportPayload, TableFormatEnum, TreeFileType } from './import.type.ts';
import { type ImportedFile, importTree, previewTreeImport } from './import-tree.ts';
import { readRows } from './read-rows.ts';
import type { TableFormat } from './table.ts';
import { withTable } from './with-table.ts';

/** Rows of a town’s file. */
const mostRows = 50_000;

@Resolver()
export class ImportMutations {
  @Mutation(() => PreviewTreeImportPayload, {
    description:
      'Tells what importing a file of the town’s tree would do, and what is wrong with its rows. Changes nothing.',
  })
  async previewTreeImport(
    @Ctx() ctx: Context,
    @Input(() => PreviewTreeImportInput) input: PreviewTreeImportInput,
  ): Promise<PreviewTreeImportPayload> {
    return opened(ctx, input, (townId, file) =>
      ctx.changeTown(
        townId,
        'input.town',
        'previewTreeImport',
        input,
        (desk) => previewTreeImport(desk, ctx.signedIn, file, ctx.language),
        { keepsFigures: true },
      ),
    );
  }

  @Mutation(() => ImportTreePayload, {
    description:
      'Imports a file of the town’s tree: all of it, or, where a row is at fault, nothing. It adds what is not there; what is there it leaves as it is. Units that begin on one day are one restructuring of the town.',
  })
  async importTree(
    @Ctx() ctx: Context,
    @Input(() => ImportTreeInput) input: ImportTreeInput,
  ): Promise<ImportTreePayload> {
    return opened(ctx, input, (townId, file) =>
      ctx.changeTown(townId, 'input.town', 'importTree', input, (desk) =>
        importTree(desk, ctx.signedIn, input, file, ctx.language),
      ),
    );
  }
}

/** Reads the rows of an input’s file, and works on them. */
async function opened<Result>(
  ctx: Context,
  input: PreviewTreeImportInput,
  work: (townId: number, file: ImportedFile) => Promise<Result>,
): Promise<Result> {
  const town = await getTownFor(ctx, 'tree:import', input.town);
  return withTable(ctx, town, input, mostRows, ({ table, ...file }) =>
    work(town.townId, { ...file, read: readRows(table, ctx.today) }),
  );
}

@Resolver(() => TownType)
export class TownFileResolver {
  @FieldResolver(() => TreeFileType, {
    nullable: true,
    description:
      'The town’s tree of a day as a file: units, teams, officers and members. Null where the viewer may not export it.',
  })
  async treeFile(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Arg('format', () => TableFormatEnum, { description: 'In which form.' }) format: TableFormat,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; the town’s `asOf` unless told.' })
    asOf?: string | null,
  ): Promise<TreeFileType | null> {
    const desk = await ctx.readTownFor('tree:export', town.townId);
    const { townId, name } = town;
    return desk ? desk.load(treeFiles, { townId, name, format, asOf: asOf ?? town.asOf }) : null;
  }
}
