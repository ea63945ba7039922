/** What refusals about people assigned to organisations, and about guidance stations, say. */
export const partyWorkMessages = {
  en: {
    membersNotDeveloped: 'Party members are developed by people; this is no step that the platform takes.',
    organizationOrUnit: 'Name an organisation or a unit, one of both.',
    organizationsDepend: '{count} organisations are registered at what it made.',
    workAssignmentsDepend: '{count} assignments are to the organisations of what it made.',
    assignedToIt: 'They are assigned to it as that already.',
  },
  zh: {
    membersNotDeveloped: '发展党员需由组织开展，平台不能代为完成。',
    organizationOrUnit: '请选择组织或单位之一。',
    organizationsDepend: '由它形成的单位下登记有 {count} 个组织。',
    workAssignmentsDepend: '由它形成的单位有 {count} 项党建联系安排。',
    assignedToIt: '该人员已担任此项联系工作。',
  },
};
