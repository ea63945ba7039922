import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ApplicationType } from '../applications/application.type.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateTimeScalar } from '../schema/scalars.ts';

@ObjectType('StoredOperation', {
  description:
    'An operation that an application says it uses. It can be sent by its hash, and a new version of the platform that would break it is noticed before it is installed.',
})
export class StoredOperationType {
  @Field(() => String, {
    description:
      'SHA-256 of the document, in 64 hexadecimal digits: `extensions: { persistedQuery: { version: 1, sha256Hash } }` in a request stands for it.',
  })
  hash: string;
  @Field(() => String, { description: 'What the document calls it.' })
  name: string;
  @Field(() => String, { description: 'The document.' })
  document: string;
  @Field(() => DateTimeScalar, { description: 'Since when it is stored.' })
  storedAt: Date;
}

@InputType('StoreOperationsInput', { description: 'Operations that an application uses.' })
export class StoreOperationsInput extends KeyedInput {
  @Field(() => ID, { description: 'The application.' })
  application: string;
  @Field(() => [String], {
    description:
      'Documents, at most 100, each of one operation with a name and of at most 20,000 characters; an application has at most 500, of 2,000,000 bytes together. One that is stored already stays.',
  })
  documents: string[];
}

@InputType('DropOperationInput', { description: 'An operation that an application uses no more.' })
export class DropOperationInput extends KeyedInput {
  @Field(() => ID, { description: 'The application.' })
  application: string;
  @Field(() => String, { description: 'The hash of the document.' })
  hash: string;
}

@ObjectType('StoreOperationsPayload', { description: 'What `storeOperations` did.' })
export class StoreOperationsPayload {
  @Field(() => ApplicationType, { description: 'The application, with all operations that it uses.' })
  application: ApplicationType;
}

@ObjectType('DropOperationPayload', { description: 'What `dropOperation` did.' })
export class DropOperationPayload {
  @Field(() => ApplicationType, { description: 'The application, with the operations that it still uses.' })
  application: ApplicationType;
}
