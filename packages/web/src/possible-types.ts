/** The object types that each interface of the contract stands for; a test compares them with it. */
export const possibleTypes = {
  Unit: ['ServiceArea', 'Community', 'Village', 'Committee', 'SpecialArea', 'Park', 'Block', 'Building'],
};
