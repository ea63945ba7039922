import { expect, test } from 'vitest';
import type { Assignment } from './viewer.ts';
import { workplaceOf } from './workplace.ts';

const town = (code: string) => ({ id: code, code, name: code, district: { id: 'd', name: '闵行区' } });
const held = (role: Assignment['role'], code?: string) => ({
  role,
  town: code === undefined || code.length === 6 ? null : town(code),
  district: code?.length === 6 ? { id: code, code, name: '闵行区' } : null,
});

test('an office starts with the figures of its district, the platform with those of all, whatever else it holds', () => {
  expect(workplaceOf([held('TOWN_ADMINISTRATOR', '310112114'), held('DISTRICT_OFFICE', '310112')])).toEqual({
    page: 'districts',
    code: '310112',
  });
  expect(workplaceOf([held('DISTRICT_OFFICE', '310112'), held('PLATFORM_OPERATOR')])).toEqual({
    page: 'districts',
    code: null,
  });
});

test('town people start in their town, with the tree if their roles begin with different pages', () => {
  expect(workplaceOf([held('UNIT_OFFICER', '310112114'), held('TEAM_LEAD', '310112114')])).toEqual({
    page: 'town',
    code: '310112114',
    first: '',
  });
});

test('teams start with whom they are to visit, a social worker with the hotline, the Social Party Committee with the organisations', () => {
  expect(workplaceOf([held('TEAM_MEMBER', '310112114'), held('TEAM_LEAD', '310112114')])).toMatchObject({
    first: 'due',
  });
  expect(workplaceOf([held('SOCIAL_WORKER', '310114106')])).toMatchObject({ first: 'hotline' });
  expect(workplaceOf([held('SOCIAL_PARTY_COMMITTEE', '310114106')])).toMatchObject({ first: 'organizations' });
});

test('people of several towns choose', () => {
  expect(workplaceOf([held('UNIT_OFFICER', '310112114'), held('TEAM_LEAD', '310114106')])).toEqual({
    page: 'choose',
    towns: [
      { code: '310112114', name: '310112114', district: '闵行区' },
      { code: '310114106', name: '310114106', district: '闵行区' },
    ],
  });
});

test('somebody without an assignment is told so', () => {
  expect(workplaceOf([])).toEqual({ page: 'none' });
});
