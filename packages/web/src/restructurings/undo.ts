/** What one can go back to, and forward to again, while working on something that is replaced as a whole. */
export interface Undo<State> {
  past: readonly State[];
  future: readonly State[];
}

export const nothingToUndo = { past: [], future: [] };

/** After `before` was replaced by a new state; what was undone cannot be done again. */
export function changed<State>({ past }: Undo<State>, before: State): Undo<State> {
  return { past: [...past, before], future: [] };
}

/** One step back from `now`: the state to go to, or undefined at the beginning. */
export function back<State>({ past, future }: Undo<State>, now: State): { to: State; undo: Undo<State> } | undefined {
  const to = past.at(-1);
  return to === undefined ? undefined : { to, undo: { past: past.slice(0, -1), future: [now, ...future] } };
}

/** One step forward from `now`: the state to go to, or undefined where nothing was undone. */
export function forth<State>({ past, future }: Undo<State>, now: State): { to: State; undo: Undo<State> } | undefined {
  const [to, ...rest] = future;
  return to === undefined ? undefined : { to, undo: { past: [...past, now], future: rest } };
}
