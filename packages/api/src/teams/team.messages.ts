/** What refusals about teams and their members say. */
export const teamMessages = {
  en: {
    depth: 'Between 0 and 20 levels.',
    teamClosed: 'This team is disbanded on that day.',
    teamHasLead: 'The team already has a lead in this period.',
    alreadyMember: 'Already a member of this team in this period.',
    personOrPartner: 'Name either a person or a partner organisation.',
    partnerRole: 'A partner organisation joins as PARTNER, a person in another role.',
  },
  zh: {
    depth: '0 到 20 层。',
    teamClosed: '该组团在该日已解散。',
    teamHasLead: '该组团在此时期已有牵头负责人。',
    alreadyMember: '在此时期已是该组团成员。',
    personOrPartner: '请选择一名人员或一个共建单位。',
    partnerRole: '共建单位以“共建单位”身份加入，人员以其他身份加入。',
  },
};
