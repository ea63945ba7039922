import { expect, it } from 'vitest';
import { changesIn, coversOf, seatOf, valuesOf } from './values.ts';

const branch = {
  ...{ name: '甲支部', kind: 'BRANCH' as const, form: 'INDEPENDENT' as const, parent: { id: 'p' }, unit: null },
  ...{ organization: { id: 'o1' }, industry: null, covers: [{ way: 'INDEPENDENT', organization: { id: 'o1' } }] },
};

it('says of a Party organisation only what is otherwise', () => {
  const before = valuesOf(branch);
  expect(changesIn(before, { ...before })).toEqual({});
  expect(changesIn(before, { ...before, name: ' 乙支部 ' })).toEqual({ name: '乙支部' });
  const { parent: _, ...top } = before;
  expect(changesIn(before, top)).toEqual({ parent: null });
  expect(changesIn(before, { ...before, seatKind: 'town' })).toEqual({ seat: {} });
  expect(changesIn(before, { ...before, seatKind: 'unit', unit: 'u' })).toEqual({ seat: { unit: 'u' } });
  const joint = { ...before, form: 'JOINT' as const, covers: ['o1', 'o2'] };
  expect(changesIn(before, joint)).toEqual({ form: 'JOINT', covers: ['o1', 'o2'] });
  expect(changesIn(joint, { ...joint, covers: ['o1', 'o3'] })).toEqual({ covers: ['o1', 'o3'] });
  expect(changesIn(joint, { ...joint, form: 'INDEPENDENT' })).toEqual({ form: 'INDEPENDENT' });
});

it('takes of what it covers what the form asks for: joint ones, or those affiliated to a group', () => {
  const covers = [
    { way: 'JOINT', organization: { id: 'o1' } },
    { way: 'AFFILIATED', organization: { id: 'o2' } },
    { way: 'JOINT', organization: null },
  ];
  expect(valuesOf({ ...branch, form: 'JOINT', covers }).covers).toEqual(['o1']);
  expect(valuesOf({ ...branch, kind: 'GROUP', covers }).covers).toEqual(['o2']);
  expect(valuesOf(branch).covers).toBeUndefined();
  expect(coversOf({ ...valuesOf(branch), covers: ['o1'] })).toEqual({});
  expect(seatOf({ seatKind: 'industry', industry: 'i', unit: 'u' })).toEqual({ industry: 'i' });
});
