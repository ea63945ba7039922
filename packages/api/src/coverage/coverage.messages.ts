/** What refusals about coverage say. */
export const coverageMessages = {
  en: {
    coverageParty: '{party} is not there on {date}.',
    coverageOrganization: '{organization} is not there on {date}.',
    coverageNotSeated: '{party} is no independent branch that sits in {organization} on {date}.',
    coverageNotJoint: '{party} is not joint on {date}.',
    coverageNotOfIndustry: '{party} sits in no industry and is no federation on {date}.',
    coverageNotOfArea: '{party} sits in no unit and is no federation on {date}.',
    coverageTwice: '{party} includes {organization} already on {date}.',
    coverageEstablished: '{other} is established in {organization} already on {date}.',
    coverageJoint:
      '{party} would cover fewer than two organisations from {date} on: dissolve it, make it independent, or cover another one first.',
    coversAtFounding: 'Say what it covers by coverOrganization once it is founded.',
    coversItsSeat: 'An independent Party organisation covers the organisation that it sits in, and no other.',
  },
  zh: {
    coverageParty: '{party}在 {date} 不存在。',
    coverageOrganization: '{organization}在 {date} 不存在。',
    coverageNotSeated: '{party}在 {date} 不是设在{organization}的独立党组织。',
    coverageNotJoint: '{party}在 {date} 不是联合党组织。',
    coverageNotOfIndustry: '{party}在 {date} 既不设在行业，也不是联合会党组织。',
    coverageNotOfArea: '{party}在 {date} 既不设在单位，也不是联合会党组织。',
    coverageTwice: '{party}在 {date} 已覆盖{organization}。',
    coverageEstablished: '{organization}在 {date} 已组建{other}。',
    coverageJoint: '自 {date} 起{party}覆盖的组织将少于两家：请撤销该党组织、改为独立党组织，或先覆盖其他组织。',
    coversAtFounding: '请在成立后另行登记其覆盖的组织。',
    coversItsSeat: '独立党组织只覆盖其所在的组织。',
  },
};
