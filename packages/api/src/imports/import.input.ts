import { Field, InputType } from 'type-graphql';
import { GroundsInput } from '../restructurings/grounds.input.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';

const content =
  'The file in base64, at most 6 MB and 50,000 rows: CSV in UTF-8 or GB18030, or XLSX, of which the first sheet is read. Its first row names the columns 类型, 上级, 名称, 编码, 状态, 分区, 角色, 姓名, 共建单位, 同名序号 and 开始日期, in any order; `Town.treeFile` gives an example.';
const from =
  'The day from which everything holds whose row names none, and on which parents are looked up; today unless told.';

@InputType('PreviewTreeImportInput', { description: 'A town’s file to look at before it is imported.' })
export class PreviewTreeImportInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: 'The file’s name, at most 200 characters.' })
  fileName: string;
  @Field(() => String, { description: content })
  content: string;
  @Field(() => DateScalar, { nullable: true, description: from })
  from?: string | null;
}

@InputType('ImportTreeInput', { description: 'A town’s file to import.' })
export class ImportTreeInput extends GroundsInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: 'The file’s name, at most 200 characters; the reason where none is given.' })
  fileName: string;
  @Field(() => String, { description: content })
  content: string;
  @Field(() => DateScalar, { nullable: true, description: from })
  from?: string | null;
  @Field(() => String, { description: 'The `digest` of the preview that was looked at.' })
  expectedDigest: string;
}
