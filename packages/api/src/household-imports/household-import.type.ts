import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { HouseholdType } from '../households/household.type.ts';
import { FileErrorType, FileType, PreviewFileInput } from '../imports/file.type.ts';
import { DateScalar } from '../schema/scalars.ts';

@InputType('PreviewHouseholdImportInput', { description: 'A file of households to look at before it is imported.' })
export class PreviewHouseholdImportInput extends PreviewFileInput {
  @Field(() => String, {
    description:
      'The file in base64, at most 6 MB and 100,000 rows: CSV in UTF-8 or GB18030, or XLSX, of which the first sheet is read. One row a member; rows of one number are one household. Its first row names the columns 户号, 块区, 地址, 起始日期, 姓名, 户主, 出生年份, 电话, 类别 and 类别原因, in any order. 块区 is a path such as 汇东村/第1块区; several categories are separated by 、.',
  })
  content: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day from which everything holds whose row names none; today unless told.',
  })
  from?: string | null;
}

@InputType('ImportHouseholdsInput', { description: 'A file of households to import.' })
export class ImportHouseholdsInput extends PreviewHouseholdImportInput {
  @Field(() => String, { description: 'The `digest` of the preview that was looked at.' })
  expectedDigest: string;
}

@ObjectType('HouseholdImportError', { description: 'Something that is wrong with a row of a file of households.' })
export class HouseholdImportErrorType extends FileErrorType {}

@ObjectType('HouseholdImportDuplicate', {
  description: 'A row that may describe somebody of another household: the same name, and year of birth or telephone.',
})
export class HouseholdImportDuplicateType {
  @Field(() => Int, { description: 'The row, as spreadsheets count them.' })
  row: number;
  @Field(() => String, { description: 'The number of the household that the row names.' })
  code: string;
  @Field(() => HouseholdType, {
    nullable: true,
    description: 'The household of the town that has such a member; null where it is another row of the file.',
  })
  household: HouseholdType | null;
  @Field(() => Int, { nullable: true, description: 'The other row of the file.' })
  otherRow: number | null;
}

@ObjectType('HouseholdFileTemplate', { description: 'An empty file of households, to be filled in and imported.' })
export class HouseholdFileTemplateType extends FileType {}

@ObjectType('HouseholdImportPayload', { description: 'What importing a file of households does.' })
export class HouseholdImportPayload {
  @Field(() => Int, { description: 'How many rows the file has, without the headers and blank rows.' })
  rows: number;
  @Field(() => Int, { description: 'How many households it registers.' })
  households: number;
  @Field(() => Int, { description: 'How many members it adds.' })
  members: number;
  @Field(() => Int, { description: 'How many times it puts a household into a category.' })
  categories: number;
  @Field(() => Int, { description: 'How many members are in their household already.' })
  unchanged: number;
  @Field(() => Int, { description: 'How many rows may describe people who are in other households already.' })
  duplicateCount: number;
  @Field(() => [HouseholdImportDuplicateType], { description: 'Those rows, at most 200.' })
  duplicates: HouseholdImportDuplicateType[];
  @Field(() => Int, { description: 'How many rows are at fault. If any is, nothing can be imported.' })
  errorCount: number;
  @Field(() => [HouseholdImportErrorType], { description: 'What is wrong, by row, at most 200.' })
  errors: HouseholdImportErrorType[];
  @Field(() => String, {
    description: 'A fingerprint of what it does, whatever is to become of duplicates; `importHouseholds` asks for it.',
  })
  digest: string;
}
