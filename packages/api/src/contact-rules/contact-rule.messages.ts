/** What refusals about contact rules and the due list say. */
export const contactRuleMessages = {
  en: {
    ruleAsksNothing: 'Say how often, or how soon the first contact is due.',
    oneScope: 'Name a unit, a team or a person, not more than one.',
    noWays: 'Name at least one way of contact.',
  },
  zh: {
    ruleAsksNothing: '请填写联系周期，或首次联系的期限。',
    oneScope: '单位、组团、人员只能选择其一。',
    noWays: '请至少选择一种联系方式。',
  },
};
