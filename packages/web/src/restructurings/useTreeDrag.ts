import { type DragEvent, useRef } from 'react';

interface Props {
  /** What goes along when a node is taken up; empty where it cannot be. */
  taken: (id: string) => string[];
  mayDrop: (units: readonly string[], under: string) => boolean;
  onDrop: (units: string[], under: string) => void;
  onLinger: (id: string) => void;
}

/** How close to its upper and lower edge a list scrolls while something is dragged, and how far each time; in pixels. */
const edge = { near: 36, step: 14 };
/** How long one stays over a closed node until it opens, in milliseconds. */
const lingering = 600;

/**
 * Dragging nodes of a tree onto others, heard once on the box around it: its rows are marked with `data-node`. What is
 * under the pointer is marked in the page itself, so that nothing is drawn anew while one drags.
 */
export function useTreeDrag({ taken, mayDrop, onDrop, onLinger }: Props) {
  const units = useRef<string[]>([]);
  const over = useRef<{ row: HTMLElement; id: string; allowed: boolean; since: number } | null>(null);

  function leave() {
    over.current?.row.classList.remove('drop', 'no-drop');
    over.current = null;
  }
  return {
    onDragStart(event: DragEvent<HTMLElement>) {
      const id = nodeAt(event)?.dataset.node;
      units.current = id === undefined ? [] : taken(id);
      if (units.current.length === 0) return event.preventDefault();
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', units.current.join(' '));
    },
    onDragOver(event: DragEvent<HTMLElement>) {
      if (units.current.length === 0) return;
      scrollAtEdge(event);
      const row = nodeAt(event);
      const id = row?.dataset.node;
      if (!row || id === undefined) return leave();
      if (over.current?.row !== row || over.current.id !== id) {
        leave();
        over.current = { row, id, allowed: mayDrop(units.current, id), since: event.timeStamp };
        row.classList.add(over.current.allowed ? 'drop' : 'no-drop');
      } else if (event.timeStamp - over.current.since > lingering) {
        over.current.since = Number.POSITIVE_INFINITY;
        onLinger(id);
      }
      if (!over.current.allowed) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
    },
    onDrop(event: DragEvent<HTMLElement>) {
      event.preventDefault();
      const target = over.current;
      if (target?.allowed) onDrop(units.current, target.id);
      leave();
      units.current = [];
    },
    onDragEnd() {
      leave();
      units.current = [];
    },
  };
}

function nodeAt({ target }: DragEvent<HTMLElement>): HTMLElement | null {
  const element = target instanceof Element ? target : null;
  const row = element?.closest('.ant-tree-treenode');
  return row?.querySelector<HTMLElement>('[data-node]') ?? null;
}

function scrollAtEdge({ currentTarget, clientY }: DragEvent<HTMLElement>) {
  const { top, bottom } = currentTarget.getBoundingClientRect();
  const list = currentTarget.querySelector('.ant-tree-list-holder');
  if (clientY - top < edge.near) list?.scrollBy(0, -edge.step);
  else if (bottom - clientY < edge.near) list?.scrollBy(0, edge.step);
}
