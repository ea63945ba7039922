import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { readTable } from '../imports/table-worker.ts';
import { dayOfChange } from '../schema/day.ts';
import { Input } from '../schema/keyed.input.ts';
import { oneLine } from '../schema/text.ts';
import { getTownFor } from '../towns/find-town.ts';
import { HouseholdImportPayload, ImportHouseholdsInput, PreviewHouseholdImportInput } from './household-import.type.ts';
import { type HouseholdFile, importHouseholds, previewHouseholds } from './import-households.ts';

/** Rows of a file of households: those of a large town with three members each would be 120,000. */
const mostRows = 100_000;

@Resolver()
export class HouseholdImportMutations {
  @Mutation(() => HouseholdImportPayload, {
    description:
      'Tells what importing a file of households would do, what is wrong with its rows, and who may be in another household already. Changes nothing.',
  })
  async previewHouseholdImport(
    @Ctx() ctx: Context,
    @Input(() => PreviewHouseholdImportInput) input: PreviewHouseholdImportInput,
  ): Promise<HouseholdImportPayload> {
    const [townId, file] = await open(ctx, input);
    return ctx.changeTown(townId, 'input.town', 'previewHouseholdImport', input, (desk) =>
      previewHouseholds(ctx, desk, file),
    );
  }

  @Mutation(() => HouseholdImportPayload, {
    description:
      'Imports a file of households: all of it, or, where a row is at fault, nothing. It adds households, members, categories and missing addresses; what is there it leaves as it is.',
  })
  async importHouseholds(
    @Ctx() ctx: Context,
    @Input(() => ImportHouseholdsInput) input: ImportHouseholdsInput,
  ): Promise<HouseholdImportPayload> {
    const [townId, file] = await open(ctx, input);
    return ctx.changeTown(townId, 'input.town', 'importHouseholds', input, (desk) =>
      importHouseholds(ctx, desk, input, file),
    );
  }
}

/** Reads the file of an input, before any transaction. */
async function open(ctx: Context, input: PreviewHouseholdImportInput): Promise<[number, HouseholdFile]> {
  const { townId, name: townName } = await getTownFor(ctx, 'household:import', input.town);
  const day = dayOfChange(input.from, ctx.today, 'input.from');
  const fileName = oneLine(input.fileName, 'input.fileName', 200);
  const table = await readTable(input.content, fileName, mostRows);
  return [townId, { townName, table, day, duplicates: input.duplicates }];
}
