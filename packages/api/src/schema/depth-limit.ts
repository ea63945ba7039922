import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { Refusal } from '../errors.ts';

/** The deepest selection that the product's own pages need is 9; introspection is not counted. */
const most = 15;
/** How a document is read: one of more tokens is refused before it is. */
export const parseOptions = { maxTokens: 5000 };

/** A validation rule: refuses operations nested more than 15 levels deep, with LIMIT_EXCEEDED. */
export function depthLimit(context: ValidationContext): ASTVisitor {
  const depths = new Map<FragmentDefinitionNode, number>();
  const depthOf = (selections: SelectionSetNode, within: ReadonlySet<string>): number =>
    Math.max(
      0,
      ...selections.selections.map((selection) => {
        if (selection.kind === 'Field') {
          if (selection.name.value.startsWith('__')) return 0;
          return 1 + (selection.selectionSet ? depthOf(selection.selectionSet, within) : 0);
        }
        if (selection.kind === 'InlineFragment') return depthOf(selection.selectionSet, within);
        const name = selection.name.value;
        const fragment = context.getFragment(name);
        if (!fragment || within.has(name)) return 0;
        const known = depths.get(fragment) ?? depthOf(fragment.selectionSet, new Set([...within, name]));
        depths.set(fragment, known);
        return known;
      }),
    );
  return {
    OperationDefinition(operation) {
      if (depthOf(operation.selectionSet, new Set()) <= most) return;
      const originalError = new Refusal('LIMIT_EXCEEDED', 'tooDeep', { values: { most } });
      context.reportError(new GraphQLError(originalError.message, { nodes: operation, originalError }));
    },
  };
}
