import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { type Found, searchTree, type TreeNode } from './tree.ts';

/** A search in a tree: what is typed, and what of the tree it leaves; every find opens the way to it. */
export function useTreeSearch(nodes: readonly TreeNode[], onFound: (open: string[]) => void) {
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const found = useMemo<Found | null>(() => (query === '' ? null : searchTree(nodes, query)), [nodes, query]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a find opens is opened once, and may be shut again.
  useEffect(() => {
    if (found) onFound(found.open);
  }, [found]);
  return { text, setText, query, found, nodes: found?.nodes ?? nodes };
}
