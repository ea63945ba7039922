import { expect, test } from 'vitest';
import { inOrder, type Member, nameOf, teamPath } from './team.ts';

const member = (id: string, role: Member['role'], name: string): Member => ({
  id,
  role,
  validFrom: '2026-01-01',
  validTo: null,
  person: role === 'PARTNER' ? null : { id: `p${id}`, name },
  partner: role === 'PARTNER' ? { id: `p${id}`, name } : null,
  publication: null,
});

test('the lead comes first, partners last', () => {
  const members = [member('1', 'PARTNER', '幼儿园'), member('2', 'VOLUNTEER', '李'), member('3', 'LEAD', '王')];
  expect(inOrder(members).map(nameOf)).toEqual(['王', '李', '幼儿园']);
  expect(members[0]?.role).toBe('PARTNER');
});

test('an id is made safe for an address', () => {
  expect(teamPath('a/b=')).toBe('/teams/a%2Fb%3D');
});
