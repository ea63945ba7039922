import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from './context.ts';
import { notFound } from './errors.ts';
import { findNode } from './find-node.ts';
import { NodeType } from './schema/node.type.ts';

@Resolver()
export class NodeResolver {
  @Query(() => NodeType, {
    nullable: true,
    description:
      'Anything by its global id, as of today. NOT_FOUND where there is no such thing or it is not open to the viewer.',
  })
  async node(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id.' }) id: string,
  ): Promise<NodeType> {
    const found = await findNode(ctx, id);
    if (!found) throw notFound('id');
    return found;
  }
}
