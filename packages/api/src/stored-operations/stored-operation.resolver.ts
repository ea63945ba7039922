import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { ApplicationType } from '../applications/application.type.ts';
import { applicationAt } from '../applications/get-application.ts';
import { isOwn } from '../applications/own-application.ts';
import type { Context } from '../context.ts';
import { Input } from '../schema/keyed.input.ts';
import { dropOperation, storeOperations } from './store-operations.ts';
import {
  DropOperationInput,
  DropOperationPayload,
  StoredOperationType,
  StoreOperationsInput,
  StoreOperationsPayload,
} from './stored-operation.type.ts';
import { operationsOf } from './stored-operation-rows.ts';

@Resolver(() => ApplicationType)
export class StoredOperationResolver {
  @FieldResolver(() => [StoredOperationType], {
    nullable: true,
    description: 'The operations that it says it uses, by name; null for all but whoever registered it.',
  })
  async operations(
    @Ctx() ctx: Context,
    @Root() { uuid, ownerId }: ApplicationType,
  ): Promise<StoredOperationType[] | null> {
    return isOwn(ctx, ownerId) ? (await ctx.readSignIn()).load(operationsOf, uuid) : null;
  }

  @Mutation(() => StoreOperationsPayload, {
    description:
      'Stores operations that an application of the viewer’s uses: each query or mutation can then be sent by its hash, and no new version of the platform breaks it unnoticed.',
  })
  storeOperations(
    @Ctx() ctx: Context,
    @Input(() => StoreOperationsInput) input: StoreOperationsInput,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<StoreOperationsPayload> {
    return ctx.changeOwn('storeOperations', input, async (desk) => ({
      application: await applicationAt(desk, await storeOperations(desk, ctx.signedIn, schema, input)),
    }));
  }

  @Mutation(() => DropOperationPayload, {
    description: 'Forgets an operation that an application of the viewer’s uses no more.',
  })
  dropOperation(
    @Ctx() ctx: Context,
    @Input(() => DropOperationInput) input: DropOperationInput,
  ): Promise<DropOperationPayload> {
    return ctx.changeOwn('dropOperation', input, async (desk) => ({
      application: await applicationAt(desk, await dropOperation(desk, ctx.signedIn, input)),
    }));
  }
}
