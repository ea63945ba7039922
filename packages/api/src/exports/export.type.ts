import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PermissionEnum } from '../access/permission.type.ts';
import type { Purpose } from '../audit/purpose.ts';
import { ReadingPurposeEnum } from '../audit/purpose.type.ts';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateTimeScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { type ExportState, exportStates } from './export-states.ts';

const ExportStateEnum = enumOf(exportStates);
registerEnumType(ExportStateEnum, {
  name: 'ExportState',
  description: 'What an export 导出 is.',
  valuesConfig: {
    WAITING: { description: 'It waits for its turn.' },
    RUNNING: { description: 'It is being made.' },
    READY: { description: 'Its file can be fetched.' },
    FAILED: { description: 'It could not be made; `failure` says why.' },
    CANCELLED: { description: 'The application cancelled it.' },
    WITHDRAWN: { description: 'The town’s consent ended, and with it the file.' },
    EXPIRED: { description: 'Its file was kept for its time, and is deleted.' },
  },
});

@ObjectType('ExportCount', { description: 'How many records of a type an export has written.' })
export class ExportCountType {
  @Field(() => String, { description: 'The type, as the schema names it.' })
  type: string;
  @Field(() => Int, { description: 'How many there are, or since an earlier export are new or have changed.' })
  records: number;
  @Field(() => Int, { description: 'How many are there no more since the earlier export, or not within reach.' })
  gone: number;
}

@ObjectType('ExportFailure', { description: 'Why an export could not be made.' })
export class ExportFailureType {
  @Field(() => String, { description: 'A code as errors have it.' })
  code: string;
  @Field(() => String, { nullable: true, description: 'The fields that lead to what is at fault, with dots between.' })
  at: string | null;
}

@ObjectType('Export', {
  implements: NodeType,
  description:
    'What an application takes out of a town in bulk 导出: a file with a line of JSON for each record, all of one moment (docs/exports.md).',
})
export class ExportType extends NodeType {
  typename: 'Export';
  townId: number;
  uuid: string;
  applicationUuid: string;
  sinceUuid: string | null;
  @Field(() => ExportStateEnum, { description: 'What it is.' })
  state: ExportState;
  @Field(() => String, { description: 'What is asked of each record: fragments, one on each type of them.' })
  fragments: string;
  @Field(() => [PermissionEnum], {
    description: 'What the application’s token was for; of that, it has what the town consents to.',
  })
  scopes: string[];
  @Field(() => ReadingPurposeEnum, {
    nullable: true,
    description: 'What personal data in it are for; null where they are masked.',
  })
  purpose: Purpose | null;
  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The one moment of which all of it is; null until it is begun.',
  })
  asOf: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ready, or otherwise over.' })
  endedAt: Date | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when its file is kept at the longest, and can be asked what changed since; null where there is none. In a town of the sandbox that is when it begins anew.',
  })
  keptUntil: Date | null;
  @Field(() => [ExportCountType], {
    description: 'How many records it has written so far, in the order of their types.',
  })
  counts: readonly ExportCountType[];
  @Field(() => Int, { description: 'Bytes of the file so far; it is packed with gzip.' })
  size: number;
  @Field(() => String, { nullable: true, description: 'SHA-256 of the file, in hexadecimal; null until it is ready.' })
  sha256: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Where the application fetches the file, below the platform’s address, with its token: GET, and the rest of it with `Range`. Null where there is none.',
  })
  path: string | null;
  @Field(() => Int, { description: 'What it has cost so far, in points. They count against no budget.' })
  points: number;
  @Field(() => ExportFailureType, { nullable: true, description: 'Why it could not be made; null where it could.' })
  failure: ExportFailureType | null;
  @Field(() => Int, {
    description:
      'How many answers have handed out bytes of the file: each download, and each that went on with one that broke off.',
  })
  downloads: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When that was last; null if never.' })
  downloadedAt: Date | null;
}

export const ExportConnectionType = connectionType(() => ExportType, 'Export');

@InputType('RequestExportInput', { description: 'What to take out of a town.' })
export class RequestExportInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, {
    nullable: true,
    description:
      'A fragment on each type of records, such as `fragment Units on Unit { id name }`; they may spread others. Each record is answered as `node` answers it. 20,000 characters at the most. Not with `since`.',
  })
  fragments?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'An earlier export of the application’s in this town: only what is new or has changed since, and what is gone. Everything without it.',
  })
  since?: string | null;
  @Field(() => ReadingPurposeEnum, {
    nullable: true,
    description:
      'What personal data in it are for, as `@purpose` says; without it they are masked. It is recorded for the town’s auditor.',
  })
  purpose?: Purpose | null;
}

@InputType('CancelExportInput', { description: 'An export to cancel.' })
export class CancelExportInput extends KeyedInput {
  @Field(() => ID, { description: 'The export. It has to be under way.' })
  export: string;
}

@ObjectType('RequestExportPayload', { description: 'What `requestExport` did.' })
export class RequestExportPayload {
  @Field(() => ExportType, { description: 'The export. It is made as soon as it is its turn.' })
  export: ExportType;
}

@ObjectType('CancelExportPayload', { description: 'What `cancelExport` did.' })
export class CancelExportPayload {
  @Field(() => ExportType, { description: 'The export, cancelled.' })
  export: ExportType;
}
