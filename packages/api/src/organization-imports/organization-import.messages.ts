/** What refusals about files of organisations say. */
export const organizationImportMessages = {
  en: {
    noDifference: 'This row says nothing else than the town does.',
    differencesFound: '{count} rows say something else of organisations that are there. Row {row} is the first.',
  },
  zh: {
    noDifference: '该行与本镇已有的内容没有不同。',
    differencesFound: '有 {count} 行与本镇已登记的组织内容不同，第一处在第 {row} 行。',
  },
};
