import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../schema/enum.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { RegisterCodeScalar } from '../schema/scalars.ts';
import { type DuplicateHandling, duplicateHandlings } from './duplicates.ts';

const DuplicateHandlingEnum = enumOf(duplicateHandlings);
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

@InputType({ description: 'A file whose rows may describe what is there already, to look at before it is imported.' })
export abstract class PreviewFileInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: 'The file’s name, at most 200 characters.' })
  fileName: string;
  @Field(() => DuplicateHandlingEnum, {
    defaultValue: 'REFUSE',
    description: 'What is to become of rows that may describe what is there elsewhere already.',
  })
  duplicates: DuplicateHandling;
  @Field(() => [DuplicateChoiceInput], {
    nullable: true,
    description: 'What is to become of single ones of these rows otherwise, at most 1,000.',
  })
  choices?: DuplicateChoiceInput[] | null;
}

@ObjectType({ description: 'Something that is wrong with a row of a file.' })
export abstract class FileErrorType {
  @Field(() => Int, { description: 'The row, as spreadsheets count them: the row of the headers is 1.' })
  row: number;
  @Field(() => String, { description: 'The column, by its Chinese header.' })
  column: string;
  @Field(() => String, { description: 'What is wrong, as a code that stays the same, such as `nameTaken`.' })
  code: string;
  @Field(() => String, { description: 'What is wrong, in the caller’s language.' })
  message: string;
}

@ObjectType({ description: 'A file to save.' })
export abstract class FileType {
  @Field(() => String, { description: 'The name to save it under.' })
  fileName: string;
  @Field(() => String, { description: 'Its media type.' })
  contentType: string;
  @Field(() => String, { description: 'The file in base64.' })
  content: string;
  @Field(() => Int, { description: 'How many rows it has, without the headers.' })
  rows: number;
}
