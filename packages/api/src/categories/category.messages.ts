/** What refusals about categories say, and what stands in the place of a sensitive one. */
export const categoryMessages = {
  en: {
    sensitiveCategory: 'Sensitive category',
    categoryEnded: 'This category ended on {date}.',
    tooManyCategories: 'A town may have {most} categories.',
    notMemberThen: 'They are not in the household on that day.',
    alreadyInCategory: 'The household is in this category already in this period.',
  },
  zh: {
    sensitiveCategory: '敏感类别',
    categoryEnded: '该类别已于 {date} 停用。',
    tooManyCategories: '一个镇最多有 {most} 个类别。',
    notMemberThen: '该日不是该户成员。',
    alreadyInCategory: '该户在此时期已属于该类别。',
  },
};
