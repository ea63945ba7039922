/** What refusals about organisations say. */
export const organizationMessages = {
  en: {
    noCreditCode: 'A unified social credit code has 18 characters: digits and capitals without I, O, S, V and Z.',
    creditCodeCheck: 'The last character does not fit the others. Please look at the code again.',
    creditCodeTaken: 'Another organisation has this code at that time.',
    organizationNameTaken: 'An organisation of this name is in this unit at that time.',
    peopleCount: 'A number from 0 to {most}.',
    entryEnds: 'It is used until {date} only.',
    tooManyEntries: 'A list may have {most} entries.',
    organizationsOfEntry: '{count} organisations are of it on or after that day. Change them first.',
    stationsOfEntry: '{count} guidance stations guide it on or after that day. Change them first.',
    partyOrganizationsOfEntry: '{count} Party organisations sit in it on or after that day. Change them first.',
    organizationClosed: 'This organisation closed on {date}.',
  },
  zh: {
    noCreditCode: '统一社会信用代码为 18 位数字或大写字母，不含 I、O、S、V、Z。',
    creditCodeCheck: '末位校验码不符，请核对代码。',
    creditCodeTaken: '该时期已有其他组织使用此代码。',
    organizationNameTaken: '该单位在此时期已有同名组织。',
    peopleCount: '请填写 0 至 {most} 的人数。',
    entryEnds: '该项仅使用至 {date}。',
    tooManyEntries: '一个列表最多有 {most} 项。',
    organizationsOfEntry: '该日及以后仍有 {count} 个组织属于此项，请先调整。',
    stationsOfEntry: '该日及以后仍有 {count} 个党建工作指导站指导此类组织，请先调整。',
    partyOrganizationsOfEntry: '该日及以后仍有 {count} 个党组织设在此行业，请先调整。',
    organizationClosed: '该组织已于 {date} 注销。',
  },
};
