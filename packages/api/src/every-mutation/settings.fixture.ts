import type { Data } from '../../test/client.ts';
import type { FurnishedTown } from '../access/isolation.fixture.ts';

/** Changes everything that a town sets for itself. */
export async function keepSettings({ admin, code }: FurnishedTown): Promise<void> {
  const building = { town: code, kind: 'BUILDING', parents: ['VILLAGE', 'COMMITTEE'] };
  await admin.do('setAllowedParents', building, 'town { id }');
  const day = '2026-05-04';
  await admin.do('settleWorkingDay', { town: code, day, working: false, name: '假日' }, 'town { id }');
  await admin.do('leaveWorkingDay', { town: code, day }, 'town { id }');
  await admin.do('setDeadline', { town: code, level: 'BLOCK', workingDays: 3 }, 'town { id }');
  const { subject } = await admin.do('addRequestSubject', { town: code, name: '甲类' }, 'subject { id }');
  await admin.do('renameRequestSubject', { subject: subject.id, name: '乙类' }, 'subject { id }');
  await admin.do('endRequestSubject', { subject: subject.id }, 'subject { id }');
  const { party: outside } = await admin.do('addExternalParty', { town: code, name: '甲公司' }, 'party { id }');
  await admin.do('renameExternalParty', { party: outside.id, name: '乙公司' }, 'party { id }');
  await admin.do('endExternalParty', { party: outside.id }, 'party { id }');
  const adding = { town: code, name: '甲户', group: 'KEY' };
  const { category } = await admin.do('addCategory', adding, 'category { id }');
  await admin.do('reviseCategory', { category: category.id, name: '乙户' }, 'category { id }');
  await admin.do('endCategory', { category: category.id }, 'category { id }');
  const rule = { town: code, everyMonths: 6, ways: ['AT_HOME'] };
  const { contactRules } = await admin.do('setContactRule', rule, 'contactRules { id validTo category { id } }');
  const [{ id }] = contactRules.filter((each: Data) => each.category === null && each.validTo === null);
  await admin.do('endContactRule', { rule: id }, 'contactRules { id }');
  const { category: relief } = await admin.do('addReliefCategory', { town: code, name: '甲助' }, 'category { id }');
  const reliefCategory = relief.id;
  await admin.do('renameReliefCategory', { reliefCategory, name: '乙助' }, 'category { id }');
  const { item } = await admin.do('addReliefItem', { reliefCategory, name: '甲项' }, 'item { id }');
  await admin.do('reviseReliefItem', { item: item.id, name: '乙项' }, 'item { id }');
  await admin.do('endReliefItem', { item: item.id }, 'item { id }');
  await admin.do('endReliefCategory', { reliefCategory }, 'category { id }');
  const money = { town: code, year: 2026, name: '甲资金', source: 'CHARITY', budget: '100' };
  const { fund } = await admin.do('openReliefFund', money, 'fund { id }');
  await admin.do('adjustReliefFund', { fund: fund.id, amount: '1', reason: '追加' }, 'fund { id }');
  await admin.do('closeReliefFund', { fund: fund.id }, 'fund { id }');
  const { kind } = await admin.do(
    'addOrganizationKind',
    { town: code, name: '甲类组织', class: 'PARK' },
    'kind { id }',
  );
  await admin.do('reviseOrganizationKind', { kind: kind.id, name: '乙类组织' }, 'kind { id }');
  await admin.do('endOrganizationKind', { kind: kind.id }, 'kind { id }');
  const { industry } = await admin.do('addIndustry', { town: code, name: '甲业' }, 'industry { id }');
  await admin.do('reviseIndustry', { industry: industry.id, name: '乙业' }, 'industry { id }');
  await admin.do('endIndustry', { industry: industry.id }, 'industry { id }');
  await admin.do('seeReminders', { town: code }, 'seen');
}
