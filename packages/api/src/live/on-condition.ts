import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/**
 * Whether a subscription asks for its root field only on a condition, also in fragments: what it tells of has to be certain whatever its
 * variables are (GraphQL of September 2025, 5.2.4.1). Asked before the document is validated, since graphql-js looks at no variables there
 * and faults those.
 */
export function isOnCondition(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const seen = new Set<SelectionSetNode>();
  const within = (set: SelectionSetNode): boolean => {
    if (seen.has(set)) return false;
    seen.add(set);
    return set.selections.some((selection) => {
      if (selection.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include')) return true;
      if (selection.kind === Kind.FIELD) return false;
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      return fragment !== undefined && within(fragment.selectionSet);
    });
  };
  return within(operation.selectionSet);
}
