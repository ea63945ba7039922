import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { requirePurpose } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { duplicatesOf } from '../imports/duplicates.ts';
import { fileNamed } from '../imports/file-named.ts';
import { TableFormatEnum } from '../imports/import.type.ts';
import type { TableFormat } from '../imports/table.ts';
import { withTable } from '../imports/with-table.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { headers } from './columns.ts';
import {
  HouseholdFileTemplateType,
  HouseholdImportPayload,
  ImportHouseholdsInput,
  PreviewHouseholdImportInput,
} from './household-import.type.ts';
import { type HouseholdFile, importHouseholds, previewHouseholds } from './import-households.ts';

/** Rows of a file of households: those of a large town with three members each would be 120,000. */
const mostRows = 100_000;

@Resolver()
export class HouseholdImportMutations {
  @Mutation(() => HouseholdImportPayload, {
    description:
      'Tells what importing a file of households would do, what is wrong with its rows, and who may be in another household already. Changes nothing. Needs `@purpose`: it is a search for people. Takes HOUSEHOLD_READ and RESIDENT_READ as well, and CATEGORY_READ where the file has categories, since it tells what is there.',
  })
  async previewHouseholdImport(
    @Ctx() ctx: Context,
    @Input(() => PreviewHouseholdImportInput) input: PreviewHouseholdImportInput,
  ): Promise<HouseholdImportPayload> {
    return opened(ctx, input, (townId, file) =>
      ctx.changeTown(
        townId,
        'input.town',
        'previewHouseholdImport',
        input,
        (desk) => previewHouseholds(ctx, desk, file),
        { keepsFigures: true },
      ),
    );
  }

  @Mutation(() => HouseholdImportPayload, {
    description:
      'Imports a file of households: all of it, or, where a row is at fault, nothing. It adds households, members, categories and missing addresses; what is there it leaves as it is. Needs `@purpose`, and takes what its preview does.',
  })
  async importHouseholds(
    @Ctx() ctx: Context,
    @Input(() => ImportHouseholdsInput) input: ImportHouseholdsInput,
  ): Promise<HouseholdImportPayload> {
    return opened(ctx, input, (townId, file) =>
      ctx.changeTown(townId, 'input.town', 'importHouseholds', input, (desk) =>
        importHouseholds(ctx, desk, input, file),
      ),
    );
  }
}

@Resolver(() => TownType)
export class TownHouseholdFileResolver {
  @FieldResolver(() => HouseholdFileTemplateType, {
    nullable: true,
    description: 'An empty file with the columns of a file of households. Null for a viewer who imports none.',
  })
  async householdFileTemplate(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('format', () => TableFormatEnum, { description: 'In which form.' }) format: TableFormat,
  ): Promise<HouseholdFileTemplateType | null> {
    return (await ctx.readTownFor('household:import', townId)) ? fileNamed('住户导入', headers, [], format) : null;
  }
}

/**
 * Reads the file of an input, and works on it. Holding it against who lives in the town is a search for people, which tells
 * something even where it finds nobody: it takes a purpose.
 */
async function opened<Result>(
  ctx: Context,
  input: PreviewHouseholdImportInput,
  work: (townId: number, file: HouseholdFile) => Promise<Result>,
): Promise<Result> {
  const town = await getTownFor(ctx, 'household:import', input.town);
  requirePurpose(ctx, 'input.content');
  const handlings = duplicatesOf(input);
  return withTable(ctx, town, input, mostRows, (file) => work(town.townId, { ...file, handlings }));
}
