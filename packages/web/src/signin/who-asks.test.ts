import { expect, test } from 'vitest';
import { readWhoAsks } from './who-asks.ts';

const application = {
  ...{ clientId: 'c', version: 3, name: '数据看板', description: '汇总', homepage: 'https://board.example/' },
  ...{ registeredBy: '王工', registeredByAccount: 'wang-310112114', returnsTo: 'board.example' },
};

test('what an application asks for is told with who it is and as whom one is signed in', () => {
  const consent = { account: { name: 'li', displayName: '李' }, scopes: ['VISIT_READ'], given: [] };
  expect(readWhoAsks({ application, consent })).toEqual({ application, consent });
  expect(readWhoAsks({ application, consent: null })).toEqual({ application, consent: null });
  expect(readWhoAsks({ application: null, consent: null })).toEqual({ application: null, consent: null });
});

test('nothing is shown that this page has no words for, and no link leads elsewhere than to https', () => {
  const consent = { account: null, scopes: ['VISIT_READ', 'NEW_SCOPE', 7], given: 'all' };
  const told = readWhoAsks({ application: { ...application, homepage: 'javascript:alert(1)' }, consent });
  expect(told).toEqual({
    application: { ...application, homepage: null },
    consent: { account: { name: '', displayName: '' }, scopes: ['VISIT_READ'], given: [] },
  });
  expect(readWhoAsks('<html>')).toBeNull();
});
