/** What refusals about what covers organisations say. */
export const coverageMessages = {
  en: {
    organizationOrUnit: 'Name an organisation or a unit, one of both.',
    endedBefore: 'It ended on {date}.',
    assignedToIt: 'They are assigned to it as that already.',
  },
  zh: {
    organizationOrUnit: '请选择组织或单位之一。',
    endedBefore: '已于 {date} 结束。',
    assignedToIt: '该人员已担任此项联系工作。',
  },
};
