import { expect, it } from 'vitest';
import { filterOf, readChoice, takesObjections } from './deliberation.ts';

it('what an address says wrongly of deliberations does not narrow them', () => {
  const read = (text: string) => filterOf(readChoice(new URLSearchParams(text)));
  expect(read('state=VOTING&unit=x')).toEqual({ state: ['VOTING'], unit: 'x' });
  expect(read('state=SHUT')).toEqual({ state: null, unit: null });
});

it('somebody may object from when the vote is open until the work begins', () => {
  const states = ['PREPARED', 'VOTING', 'CLOSED', 'PASSED', 'REJECTED', 'IN_WORK', 'DONE', 'CALLED_OFF'] as const;
  expect(states.filter((state) => takesObjections({ state }))).toEqual(['VOTING', 'CLOSED', 'PASSED', 'REJECTED']);
});
