import { Field, ID, InterfaceType } from 'type-graphql';

/** Everything that has a global id. */
@InterfaceType('Node', {
  description: 'Anything with a global id. `node(id)` finds it again.',
  resolveType: (value: { typename: string }) => value.typename,
})
export abstract class NodeType {
  @Field(() => ID, {
    description: 'Opaque and unique on the platform. It carries the town that the object belongs to.',
  })
  id: string;
}
