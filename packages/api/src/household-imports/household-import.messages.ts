/** What refusals about files of households say. */
export const householdImportMessages = {
  en: {
    rowDiffersAbove: 'Row {row} of the same household says something else.',
    rowDiffersThere:
      'The household is in the town already, with something else here. An import changes nothing that is there.',
    rowHouseholdEnded: 'The household of this number has left.',
  },
  zh: {
    rowDiffersAbove: '与同一户的第 {row} 行不一致。',
    rowDiffersThere: '本镇已有该户，且此处内容不同。导入不改变已有的内容。',
    rowHouseholdEnded: '该户号的住户已离开。',
  },
};
