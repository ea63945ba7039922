import { expect, test } from 'vitest';
import { keptOf } from './kept.ts';

const person = (id: string, name: string) => ({ id: `m${id}`, person: { id, name } });
const request = (number: string, state: 'RAISED' | 'HANDLED' | 'CLOSED' | 'WITHDRAWN') => ({
  ...{ id: number, number, state, raisedOn: '2026-11-01' },
  subject: { id: 's', name: '供水' },
});

test('of a household is kept what the visit needs: its teams’ people once, its last visit, and its open requests', () => {
  const kept = keptOf({
    ...{ id: 'h', code: '示00001', label: '孙**户', address: '幸福路1号', viewerCan: ['REQUEST_RAISE'] },
    block: {
      id: 'b',
      name: '第1块区',
      teams: [
        { id: 't1', members: [person('p1', '王芳'), { id: 'partner', person: null }] },
        { id: 't2', members: [person('p1', '王芳'), person('p2', '李强')] },
        { id: 't3', members: null },
      ],
    },
    categories: [{ id: 'c', name: '独居老人' }],
    lastVisit: {
      ...{ id: 'v', visitedOn: '2026-01-02', way: 'AT_HOME', demand: '修灯', outcome: null },
      visitors: [{ id: 'p2', name: '李强' }],
    },
    requests: [request('1', 'RAISED'), request('2', 'CLOSED'), request('3', 'WITHDRAWN'), request('4', 'HANDLED')],
  });
  expect(kept.team).toEqual([
    { id: 'p1', name: '王芳' },
    { id: 'p2', name: '李强' },
  ]);
  expect(kept.openRequests.map(({ number, subject }) => [number, subject])).toEqual([
    ['1', '供水'],
    ['4', '供水'],
  ]);
  expect(kept.lastVisit).toEqual({
    ...{ visitedOn: '2026-01-02', way: 'AT_HOME', demand: '修灯', outcome: null },
    visitors: ['李强'],
  });
  expect(kept.categories).toEqual(['独居老人']);
  expect(kept.mayAsk).toBe(true);
});

test('a household that was never visited and stands in no block is kept all the same', () => {
  const bare = { id: 'h', code: null, label: null, address: null, block: null, categories: null, viewerCan: [] };
  const kept = keptOf({ ...bare, lastVisit: null, requests: null });
  expect(kept).toMatchObject({ mayAsk: false, team: [], categories: [], openRequests: [], lastVisit: null });
});
