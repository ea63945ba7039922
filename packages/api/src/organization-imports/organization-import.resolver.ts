import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { reachesTown } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { duplicatesOf } from '../imports/duplicates.ts';
import { fileNamed } from '../imports/file-named.ts';
import { TableFormatEnum } from '../imports/import.type.ts';
import type { TableFormat } from '../imports/table.ts';
import { withTable } from '../imports/with-table.ts';
import { OrganizationFilter } from '../organizations/organization-list.type.ts';
import { Input } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { getTownFor } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { headers } from './columns.ts';
import { differencesOf } from './differences.ts';
import { organizationFile } from './export-organizations.ts';
import { importOrganizations, type OrganizationFile, previewOrganizations } from './import-organizations.ts';
import {
  ImportOrganizationsInput,
  OrganizationFileType,
  OrganizationImportPayload,
  PreviewOrganizationImportInput,
} from './organization-import.type.ts';

/** Rows of a file of organisations: ten times those of a large town. */
const mostRows = 5_000;

@Resolver()
export class OrganizationImportMutations {
  @Mutation(() => OrganizationImportPayload, {
    description:
      'Tells what importing a file of organisations would do, what is wrong with its rows, which may be there elsewhere already, and which say something else of what is there. Changes nothing. Takes ORGANIZATION_READ as well, since it tells what is there.',
  })
  async previewOrganizationImport(
    @Ctx() ctx: Context,
    @Input(() => PreviewOrganizationImportInput) input: PreviewOrganizationImportInput,
  ): Promise<OrganizationImportPayload> {
    return opened(ctx, input, (townId, file) =>
      ctx.changeTown(
        townId,
        'input.town',
        'previewOrganizationImport',
        input,
        (desk) => previewOrganizations(desk, ctx.signedIn, file, ctx.language),
        { keepsFigures: true },
      ),
    );
  }

  @Mutation(() => OrganizationImportPayload, {
    description:
      'Imports a file of organisations: all of it, or, where a row is at fault, nothing. It registers what is not there; what is there it leaves as it is, or revises where it is told to, but for whom to ask there. Takes what its preview does.',
  })
  async importOrganizations(
    @Ctx() ctx: Context,
    @Input(() => ImportOrganizationsInput) input: ImportOrganizationsInput,
  ): Promise<OrganizationImportPayload> {
    return opened(ctx, input, (townId, file) =>
      ctx.changeTown(townId, 'input.town', 'importOrganizations', input, (desk) =>
        importOrganizations(desk, ctx.signedIn, input, file, ctx.language),
      ),
    );
  }
}

@Resolver(() => TownType)
export class TownOrganizationFileResolver {
  @FieldResolver(() => OrganizationFileType, {
    nullable: true,
    description:
      'The town’s organisations of a day as a file. With `@purpose` it says whom to ask there, without it those columns are empty. Null where the viewer may not export them.',
  })
  async organizationFile(
    @Ctx() ctx: Context,
    @Root() { townId, name: townName, asOf: today }: TownType,
    @Arg('format', () => TableFormatEnum, { description: 'In which form.' }) format: TableFormat,
    @Arg('filter', () => OrganizationFilter, { nullable: true, description: 'Which to export.' })
    filter?: OrganizationFilter | null,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; the town’s `asOf` unless told.' })
    asOf?: string | null,
  ): Promise<OrganizationFileType | null> {
    const desk = await ctx.readTownFor('organization:export', townId);
    if (!desk || !reachesTown(ctx.signedIn, 'organization:export', townId)) return null;
    const asked = { townName, filter: filter ?? {}, asOf: asOf ?? today, format };
    return loadOnce(desk, ['organizationFile', asked], () => organizationFile(desk, ctx, asked));
  }

  @FieldResolver(() => OrganizationFileType, {
    nullable: true,
    description: 'An empty file with the columns of a file of organisations. Null for a viewer who imports none.',
  })
  async organizationFileTemplate(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('format', () => TableFormatEnum, { description: 'In which form.' }) format: TableFormat,
  ): Promise<OrganizationFileType | null> {
    return (await ctx.readTownFor('organization:import', townId)) ? fileNamed('组织导入', headers, [], format) : null;
  }
}

/** Reads the file of an input, and works on it. */
async function opened<Result>(
  ctx: Context,
  input: PreviewOrganizationImportInput,
  work: (townId: number, file: OrganizationFile) => Promise<Result>,
): Promise<Result> {
  const town = await getTownFor(ctx, 'organization:import', input.town);
  const decisions = { duplicates: duplicatesOf(input), differences: differencesOf(input) };
  return withTable(ctx, town, input, mostRows, (file) => work(town.townId, { ...file, decisions }));
}
