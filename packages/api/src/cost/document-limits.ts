import {
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { Refusal } from '../errors.ts';
import type { Messages } from '../messages.ts';
import { limits } from './limits.ts';

/** The limits of what is written in a document. */
const written = { aliases: 'tooManyAliases', directives: 'tooManyDirectives', repeats: 'tooManyRepeats' } as const;
/** The limits of an operation with its fragments written out. */
const spread = { depth: 'tooDeep', selections: 'tooManySelections' } as const;

type Written = keyof typeof written;
type Spread = keyof typeof spread;
type Sizes = Record<Spread, number>;

/** Which limit a document goes beyond, and where; undefined where none. Looks each part of it at once, before it is validated. */
export function beyondLimit(document: DocumentNode): GraphQLError | undefined {
  const counting = new Counting(document);
  for (const definition of document.definitions) {
    const beyond = counting.writtenBeyond(definition);
    if (beyond) return refusal(beyond.limit, written[beyond.limit], beyond.node);
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const limit of ['depth', 'selections'] as const) {
      if (counting.sizesOf(definition.selectionSet)[limit] <= limits[limit].most) continue;
      const { path, node } = counting.largest(definition.selectionSet, limit);
      return refusal(limit, spread[limit], node ?? definition, path);
    }
  }
  return undefined;
}

class Counting {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #sizes = new Map<SelectionSetNode, Sizes>();
  readonly #counts: Record<Written, number> = { aliases: 0, directives: 0, repeats: 0 };

  constructor(document: DocumentNode) {
    this.#fragments = new Map(
      document.definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
  }

  /** The first place below a node, itself included, at which the document goes beyond a limit of what is written in it. */
  writtenBeyond(node: ASTNode): { limit: Written; node: ASTNode } | undefined {
    const count = (limit: Written, at: ASTNode, by = 1) => {
      this.#counts[limit] += by;
      return this.#counts[limit] > limits[limit].most ? { limit, node: at } : undefined;
    };
    const directives = 'directives' in node ? (node.directives ?? []) : [];
    const [directive] = directives;
    const beyond =
      (directive && count('directives', directive, directives.length)) ??
      (node.kind === Kind.FIELD && node.alias ? count('aliases', node) : undefined) ??
      (node.kind === Kind.FRAGMENT_SPREAD ? count('repeats', node) : undefined);
    if (beyond || !('selectionSet' in node) || !node.selectionSet) return beyond;
    const names = new Set<string>();
    for (const selection of node.selectionSet.selections) {
      const name = selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : undefined;
      const repeated = name !== undefined && names.has(name) ? count('repeats', selection) : undefined;
      if (name !== undefined) names.add(name);
      const found = repeated ?? this.writtenBeyond(selection);
      if (found) return found;
    }
    return undefined;
  }

  sizesOf(selections: SelectionSetNode): Sizes {
    const known = this.#sizes.get(selections);
    if (known) return known;
    const sizes: Sizes = { depth: 0, selections: 0 };
    // A fragment that is spread in itself is refused where the document is validated.
    this.#sizes.set(selections, sizes);
    for (const selection of selections.selections) {
      const below = this.#below(selection);
      const { depth, selections: within } = below ? this.sizesOf(below) : { depth: 0, selections: 0 };
      sizes.depth = Math.max(sizes.depth, isIntrospection(selection) ? 0 : depth + levelsOf(selection));
      sizes.selections += 1 + within;
    }
    return sizes;
  }

  /** Leads to what is largest, as far as it is beyond the limit. */
  largest(selections: SelectionSetNode, limit: Spread): { path: string[]; node: ASTNode | undefined } {
    const path: string[] = [];
    let node: ASTNode | undefined;
    let within: SelectionSetNode | undefined = selections;
    let left: number = limits[limit].most;
    const seen = new Set<SelectionSetNode>();
    while (within && (limit === 'depth' ? left >= 0 : !seen.has(within) && this.sizesOf(within)[limit] > left)) {
      seen.add(within);
      const [largest] = within.selections.toSorted((one, other) => this.#size(other, limit) - this.#size(one, limit));
      if (!largest) break;
      node = largest;
      if (largest.kind === Kind.FIELD) path.push((largest.alias ?? largest.name).value);
      left = limit === 'depth' ? left - levelsOf(largest) : left / 2;
      within = this.#below(largest);
    }
    return { path, node };
  }

  #size(selection: SelectionNode, limit: Spread): number {
    const below = this.#below(selection);
    const size = below ? this.sizesOf(below)[limit] : 0;
    return limit === 'depth' && isIntrospection(selection) ? -1 : size + levelsOf(selection);
  }

  #below(selection: SelectionNode): SelectionSetNode | undefined {
    return selection.kind === Kind.FRAGMENT_SPREAD
      ? this.#fragments.get(selection.name.value)?.selectionSet
      : selection.selectionSet;
  }
}

function levelsOf({ kind }: SelectionNode): 0 | 1 {
  return kind === Kind.FIELD ? 1 : 0;
}

function isIntrospection(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && selection.name.value.startsWith('__');
}

function refusal(limit: Written | Spread, key: keyof Messages, node: ASTNode, part?: readonly string[]): GraphQLError {
  const detail = { limit, values: { most: limits[limit].most }, ...(part && { part }) };
  const originalError = new Refusal('LIMIT_EXCEEDED', key, detail);
  return new GraphQLError(originalError.message, { nodes: node, originalError });
}
