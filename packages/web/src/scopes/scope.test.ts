import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { expect, test } from 'vitest';
import { allScopes, grouped, oauthName } from './scope.ts';

const contract = new URL('../../../schema/schema.graphql', import.meta.url);
const forPeopleOnly = [
  ...['ACCOUNT_ASSIGN', 'ACCOUNT_LINK', 'ACCOUNT_OPEN', 'ACCOUNT_READ', 'ACCOUNT_RESET', 'APPLICATION_CONSENT'],
  ...['AUDIT_READ', 'OFFICE_OPEN', 'PROGRAMME_OFFER', 'TOWN_SET_UP'],
];

test('every permission of the contract is in one group, or for people only', () => {
  const permission = buildSchema(readFileSync(contract, 'utf8')).getType('Permission');
  if (!isEnumType(permission)) throw new Error('Permission is no enum');
  const names = permission.getValues().map(({ name }) => name);
  expect([...allScopes, ...forPeopleOnly].sort()).toEqual([...names].sort());
});

test('scopes are shown in groups, and called in OAuth as the contract’s descriptions have them', () => {
  expect(grouped(['VISIT_READ', 'TEAM_READ', 'TEAM_FORM'])).toEqual([
    { group: 'team', scopes: ['TEAM_READ', 'TEAM_FORM'] },
    { group: 'visit', scopes: ['VISIT_READ'] },
  ]);
  const permission = buildSchema(readFileSync(contract, 'utf8')).getType('Permission');
  if (!isEnumType(permission)) throw new Error('Permission is no enum');
  const values = permission.getValues();
  for (const scope of allScopes) {
    expect(values.find(({ name }) => name === scope)?.description).toContain(`(\`${oauthName(scope)}\`)`);
  }
});
