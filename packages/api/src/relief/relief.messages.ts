/** What refusals about applications for relief say, and what stands in the place of an item of a sensitive category. */
export const reliefMessages = {
  en: {
    sensitiveRelief: 'Relief for health or disability',
    reliefStepNotNow: 'This cannot be done with the application in its present state.',
    reliefBySame: 'Somebody else must do this: you recorded the application or approved it before.',
    reliefOfPeople: 'Applications of others do not approve relief by themselves; people do.',
    reliefFundShort: 'Only {amount} yuan of this fund are free.',
    reliefTotal: 'They come to {amount} yuan.',
    reliefPaid: 'It was paid on {date}.',
    reliefCancelled: 'It was taken back on {date}.',
    reliefDepends: '{count} grants of relief and jobs found for residents are recorded under what it made.',
  },
  zh: {
    sensitiveRelief: '涉及健康或残疾的帮困',
    reliefStepNotNow: '申请在当前状态下不能进行此操作。',
    reliefBySame: '须由其他人办理：该申请由您登记或审核过。',
    reliefOfPeople: '第三方应用不能自行审批帮困，须由人员办理。',
    reliefFundShort: '该资金可用余额只有 {amount} 元。',
    reliefTotal: '合计应为 {amount} 元。',
    reliefPaid: '已于 {date} 发放。',
    reliefCancelled: '已于 {date} 撤销。',
    reliefDepends: '由它形成的单位有 {count} 笔帮困或就业安置记录。',
  },
};
