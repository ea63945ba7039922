/** What refusals about files of organisations say. */
export const organizationImportMessages = {
  en: {
    organizationNoDuplicate: 'This row describes nothing that may be there elsewhere already.',
    organizationDuplicates:
      '{count} rows may describe organisations that are there elsewhere already. Row {row} is the first.',
  },
  zh: {
    organizationNoDuplicate: '该行没有疑似重复。',
    organizationDuplicates: '有 {count} 行可能是已登记在其他单位的组织，第一处在第 {row} 行。',
  },
};
