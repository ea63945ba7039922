import type { NotedState } from '../device/db.ts';

/** How the states of what was noted here are coloured, as Ant Design's tags take it. */
export const noteColours: Record<NotedState, string> = {
  WAITING: 'blue',
  REFUSED: 'red',
  HELD: 'orange',
  DROPPED: 'default',
  RECORDED: 'green',
};
