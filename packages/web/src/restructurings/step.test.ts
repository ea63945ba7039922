import { expect, test } from 'vitest';
import type { RestructuringStepInput } from '../generated/graphql.ts';
import { withoutStep } from './step.ts';

const open = (ref: string, parent: string | null = null): RestructuringStepInput => ({
  open: { ref, kind: 'VILLAGE', name: ref, parent, status: 'ACTIVE' },
});
const steps: RestructuringStepInput[] = [
  open('u1'),
  { merge: { units: ['a', 'b'], into: '#u1', officers: 'FOLLOW' } },
  open('u10'),
  open('u2', '#u1'),
  { rename: { unit: '#u2', name: '新' } },
  { move: { units: ['c'], parent: '#u10' } },
];

test('a step that opens a unit takes along what needs it, and nothing else', () => {
  expect(withoutStep(steps, 0)).toEqual([steps[2], steps[5]]);
  expect(withoutStep(steps, 1)).toEqual(steps.toSpliced(1, 1));
  expect(withoutStep(steps, 2)).toEqual([steps[0], steps[1], steps[3], steps[4]]);
});
