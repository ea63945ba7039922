import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FileErrorType, FileType, PreviewFileInput } from '../imports/file.type.ts';
import { OrganizationType } from '../organizations/organization.type.ts';
import { enumOf } from '../schema/enum.ts';
import { DateScalar } from '../schema/scalars.ts';
import { type DifferenceHandling, differenceHandlings } from './differences.ts';

const DifferenceHandlingEnum = enumOf(differenceHandlings);
registerEnumType(DifferenceHandlingEnum, {
  name: 'DifferenceHandling',
  description: 'What is to become of organisations of which a file says something else than the town does.',
  valuesConfig: {
    REFUSE: { description: 'Nothing is imported while there are any.' },
    KEEP: { description: 'They stay as they are; the row is left out.' },
    REVISE: {
      description: 'From the day of the import on they are what the row says, until what was settled for a later day.',
    },
  },
});

@InputType('DifferenceChoiceInput', { description: 'What is to become of one row that says something else.' })
export class DifferenceChoiceInput {
  @Field(() => Int, { description: 'The row, as spreadsheets count them.' })
  row: number;
  @Field(() => DifferenceHandlingEnum, { description: 'What is to become of it.' })
  handling: DifferenceHandling;
}

@InputType('PreviewOrganizationImportInput', {
  description: 'A file of organisations to look at before it is imported.',
})
export class PreviewOrganizationImportInput extends PreviewFileInput {
  @Field(() => String, {
    description:
      'The file in base64, at most 6 MB and 5,000 rows: CSV in UTF-8 or GB18030, or XLSX, of which the first sheet is read. One row an organisation. Its first row names the columns 组织名称, 所在单位, 类别, 行业, 统一社会信用代码, 人数, 党员人数, 负责人, 联系人, 联系电话 and 起始日期, in any order. 所在单位 is a path such as 汇东村/第1块区; 类别 and 行业 are of the town’s lists. `Town.organizationFile` gives an example.',
  })
  content: string;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day from which on those are there whose row names none, on which units and what is there are looked up, and from which on what is there is revised; today unless told.',
  })
  from?: string | null;
  @Field(() => DifferenceHandlingEnum, {
    defaultValue: 'REFUSE',
    description: 'What is to become of organisations of which a row says something else than the town does.',
  })
  differences: DifferenceHandling;
  @Field(() => [DifferenceChoiceInput], {
    nullable: true,
    description: 'What is to become of single ones of these otherwise, at most 1,000.',
  })
  differenceChoices?: DifferenceChoiceInput[] | null;
}

@InputType('ImportOrganizationsInput', { description: 'A file of organisations to import.' })
export class ImportOrganizationsInput extends PreviewOrganizationImportInput {
  @Field(() => String, { description: 'The `digest` of the preview that was looked at.' })
  expectedDigest: string;
}

@ObjectType('OrganizationImportError', {
  description: 'Something that is wrong with a row of a file of organisations.',
})
export class OrganizationImportErrorType extends FileErrorType {}

@ObjectType('OrganizationImportDuplicate', {
  description:
    'A row that may describe an organisation of another unit: of the same name, with no codes that tell them apart.',
})
export class OrganizationImportDuplicateType {
  @Field(() => Int, { description: 'The row, as spreadsheets count them.' })
  row: number;
  @Field(() => String, { description: 'The name.' })
  name: string;
  @Field(() => OrganizationType, {
    nullable: true,
    description: 'The organisation of the town; null where it is another row of the file.',
  })
  organization: OrganizationType | null;
  @Field(() => Int, { nullable: true, description: 'The other row of the file.' })
  otherRow: number | null;
}

@ObjectType('OrganizationImportFact', { description: 'One thing that a row says otherwise than the town.' })
export class OrganizationImportFactType {
  @Field(() => String, { description: 'The column, by its Chinese header.' })
  column: string;
  @Field(() => String, {
    nullable: true,
    description: 'What the town has; null for nothing.',
  })
  there: string | null;
  @Field(() => String, { description: 'What the row says.' })
  told: string;
}

@ObjectType('OrganizationImportDifference', {
  description:
    'A row that says of an organisation that is there something else than the town does on the day of the import. What the row leaves empty it says nothing about, and whom to ask there is not held against it.',
})
export class OrganizationImportDifferenceType {
  @Field(() => Int, { description: 'The row, as spreadsheets count them.' })
  row: number;
  @Field(() => OrganizationType, {
    nullable: true,
    description: 'The organisation of the town.',
  })
  organization: OrganizationType | null;
  @Field(() => DateScalar, { description: 'The day from which on it would be revised.' })
  from: string;
  @Field(() => [OrganizationImportFactType], { description: 'What differs, with both values.' })
  facts: OrganizationImportFactType[];
}

@ObjectType('OrganizationFile', {
  description: 'A town’s organisations as a file, in the shape that `importOrganizations` takes.',
})
export class OrganizationFileType extends FileType {}

@ObjectType('OrganizationImportPayload', { description: 'What importing a file of organisations does.' })
export class OrganizationImportPayload {
  @Field(() => Int, { description: 'How many rows the file has, without the headers and blank rows.' })
  rows: number;
  @Field(() => Int, { description: 'How many organisations it registers.' })
  organizations: number;
  @Field(() => Int, { description: 'How many organisations that are there it revises.' })
  revised: number;
  @Field(() => Int, { description: 'How many rows describe what is there already, and so do nothing.' })
  unchanged: number;
  @Field(() => Int, { description: 'How many rows may describe organisations that are there elsewhere already.' })
  duplicateCount: number;
  @Field(() => [OrganizationImportDuplicateType], { description: 'Those rows, at most 200.' })
  duplicates: OrganizationImportDuplicateType[];
  @Field(() => Int, { description: 'How many rows say something else of what is there.' })
  differenceCount: number;
  @Field(() => [OrganizationImportDifferenceType], { description: 'Those rows, at most 200.' })
  differences: OrganizationImportDifferenceType[];
  @Field(() => Int, { description: 'How many rows are at fault. If any is, nothing can be imported.' })
  errorCount: number;
  @Field(() => [OrganizationImportErrorType], { description: 'What is wrong, by row, at most 200.' })
  errors: OrganizationImportErrorType[];
  @Field(() => String, {
    description:
      'A fingerprint of what it does, whatever is to become of duplicates and differences; `importOrganizations` asks for it.',
  })
  digest: string;
}
