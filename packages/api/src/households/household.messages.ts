/** What refusals about households and their blocks say. */
export const householdMessages = {
  en: {
    blockOfNoOverlay: 'This block belongs to no overlay.',
    householdEnded: 'The household left on {date}.',
    notInOverlay: 'The household is not in this overlay then.',
    noGroupHead: 'This is no group head of that block on that day.',
  },
  zh: {
    blockOfNoOverlay: '该块区不属于任何叠加分区。',
    householdEnded: '该户已于 {date} 离开。',
    notInOverlay: '该户在该日不在此叠加分区。',
    noGroupHead: '不是该块区在该日的组长。',
  },
};
