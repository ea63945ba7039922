import { expect, test } from 'vitest';
import { workAround } from './party-work.ts';

const assignment = (id: string, unit: string) => ({
  ...{ __typename: 'WorkAssignment' as const, id, role: 'LIAISON' as const, validFrom: '2024-01-01', validTo: null },
  ...{ person: null, unit: { id: unit, name: unit } },
});
const station = (id: string, kind: string, validTo: string | null) => ({
  ...{ id, name: id, host: '中心' },
  kinds: [{ validFrom: '2024-01-01', validTo, kind: { id: kind } }],
});
const worked = (unit: { id: string; ancestors: { id: string }[] } | null) => ({
  ...{ id: 'organization', kind: { id: 'park', name: '园区' }, unit, workAssignments: [] },
  town: {
    id: 'town',
    unitAssignments: [assignment('here', 'village'), assignment('above', 'area'), assignment('beside', 'committee')],
    guidanceStations: [
      station('now', 'park', null),
      station('then', 'park', '2025-01-01'),
      station('other', 'farm', null),
    ],
  },
});
const ids = (named: readonly { id: string }[]) => named.map(({ id }) => id);

test('who is assigned to its unit and to those above works for an organisation, and the stations of its kind on the day', () => {
  const { units, stations } = workAround(worked({ id: 'village', ancestors: [{ id: 'area' }] }), '2025-01-01');
  expect([ids(units), ids(stations)]).toEqual([['here', 'above'], ['now']]);
  expect(ids(workAround(worked(null), '2024-06-01').units)).toEqual([]);
  expect(ids(workAround(worked(null), '2024-06-01').stations)).toEqual(['now', 'then']);
});
