import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../schema/enum.ts';
import { UnitKindEnum } from '../towns/town.type.ts';
import type { UnitKind } from '../towns/unit-kind.ts';
import { FileErrorType, FileType } from './file.type.ts';
import { tableFormats } from './table.ts';

export const TableFormatEnum = enumOf(tableFormats);
registerEnumType(TableFormatEnum, {
  name: 'TreeFileFormat',
  description: 'How a town’s file is written.',
  valuesConfig: {
    CSV: { description: 'Text, separated by commas; UTF-8 with a byte order mark, so that Excel reads it.' },
    XLSX: { description: 'A workbook of one sheet.' },
  },
});

@ObjectType('TreeImportError', { description: 'Something that is wrong with a row of a town’s file.' })
export class TreeImportErrorType extends FileErrorType {}

@ObjectType('TreeImportAddition', { description: 'A unit that a town’s file opens.' })
export class TreeImportAdditionType {
  @Field(() => Int, { description: 'The row, as spreadsheets count them.' })
  row: number;
  @Field(() => UnitKindEnum, { description: 'Its kind.' })
  kind: UnitKind;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => String, { description: 'The name of what it comes under.' })
  parent: string;
  @Field(() => String, {
    nullable: true,
    description:
      'The name of a unit of that kind there that the file leaves out, though it describes those around it: the row may be meant to rename it, which an import does not do. Else null.',
  })
  perhapsRenamed: string | null;
}

@ObjectType({ description: 'What importing a town’s file does.' })
export abstract class TreeImportType {
  @Field(() => Int, { description: 'How many rows the file has, without the headers and blank rows.' })
  rows: number;
  @Field(() => Int, { description: 'How many units it opens.' })
  opens: number;
  @Field(() => [TreeImportAdditionType], { description: 'The units that it opens, by row, at most 200.' })
  additions: TreeImportAdditionType[];
  @Field(() => Int, { description: 'How many teams it forms.' })
  teams: number;
  @Field(() => Int, { description: 'How many people and partner organisations it registers.' })
  people: number;
  @Field(() => Int, { description: 'How many memberships of teams, leads among them, it begins.' })
  members: number;
  @Field(() => Int, { description: 'How many posts it gives.' })
  officers: number;
  @Field(() => Int, { description: 'How many rows describe what is there already, and so do nothing.' })
  unchanged: number;
  @Field(() => Int, { description: 'How many rows are at fault. If any is, nothing can be imported.' })
  errorCount: number;
  @Field(() => [TreeImportErrorType], {
    description:
      'What is wrong, by row, at most 200: first the causes, then the rows that only hang on a row at fault.',
  })
  errors: TreeImportErrorType[];
  @Field(() => String, { description: 'A fingerprint of what it does; `importTree` asks for it.' })
  digest: string;
}

@ObjectType('PreviewTreeImportPayload', { description: 'What `previewTreeImport` found.' })
export class PreviewTreeImportPayload extends TreeImportType {}

@ObjectType('ImportTreePayload', { description: 'What `importTree` did.' })
export class ImportTreePayload extends TreeImportType {}

@ObjectType('TreeFile', { description: 'A town’s tree as a file, in the shape that `importTree` takes.' })
export class TreeFileType extends FileType {}
