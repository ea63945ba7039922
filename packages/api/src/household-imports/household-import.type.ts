import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { HouseholdType } from '../households/household.type.ts';
import { enumOf } from '../schema/enum.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { type DuplicateHandling, duplicateHandlings } from './duplicates.ts';

export const DuplicateHandlingEnum = enumOf(duplicateHandlings);
registerEnumType(DuplicateHandlingEnum, {
  name: 'DuplicateHandling',
  description:
    'What is to become of rows that may describe what is there already elsewhere: people in other households, organisations in other units.',
  valuesConfig: {
    REFUSE: { description: 'Nothing is imported while there are any.' },
    SKIP: { description: 'Those rows are left out; of households the rest comes without them.' },
    ADD: { description: 'They are others of the same name, and are added.' },
  },
});

@InputType('DuplicateChoiceInput', { description: 'What is to become of one row that may describe what is known.' })
export class DuplicateChoiceInput {
  @Field(() => Int, { description: 'The row, as spreadsheets count them.' })
  row: number;
  @Field(() => DuplicateHandlingEnum, { description: 'What is to become of it.' })
  handling: DuplicateHandling;
}

@InputType('PreviewHouseholdImportInput', { description: 'A file of households to look at before it is imported.' })
export class PreviewHouseholdImportInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: 'The file’s name, at most 200 characters.' })
  fileName: string;
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
  @Field(() => DuplicateHandlingEnum, {
    defaultValue: 'REFUSE',
    description: 'What is to become of people who may be in other households already.',
  })
  duplicates: DuplicateHandling;
  @Field(() => [DuplicateChoiceInput], {
    nullable: true,
    description: 'What is to become of single ones of these rows otherwise, at most 1,000.',
  })
  choices?: DuplicateChoiceInput[] | null;
}

@InputType('ImportHouseholdsInput', { description: 'A file of households to import.' })
export class ImportHouseholdsInput extends PreviewHouseholdImportInput {
  @Field(() => String, { description: 'The `digest` of the preview that was looked at.' })
  expectedDigest: string;
}

@ObjectType('HouseholdImportError', { description: 'Something that is wrong with a row of a file of households.' })
export class HouseholdImportErrorType {
  @Field(() => Int, { description: 'The row, as spreadsheets count them: the row of the headers is 1.' })
  row: number;
  @Field(() => String, { description: 'The column, by its Chinese header.' })
  column: string;
  @Field(() => String, { description: 'What is wrong, as a code that stays the same, such as `noTelephone`.' })
  code: string;
  @Field(() => String, { description: 'What is wrong, in the caller’s language.' })
  message: string;
}

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
export class HouseholdFileTemplateType {
  @Field(() => String, { description: 'What to call it.' })
  fileName: string;
  @Field(() => String, { description: 'Its media type.' })
  contentType: string;
  @Field(() => String, { description: 'The file in base64.' })
  content: string;
}

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
