const many = (times: number, part: (index: number) => string) =>
  Array.from({ length: times }, (_, index) => part(index)).join(' ');

/** Documents that ask for more than there may be, by what is too much of them; none asks for anything of its own. */
export function hostileOperations(code: string) {
  const pages = (times: number) =>
    `{ town(code: "${code}") { units(first: 100) { nodes { ${'town { units(first: 100) { nodes { '.repeat(times)} id ${'} } } '.repeat(times)} } } } }`;
  return {
    fieldsFiftyDeep: `{ town(code: "${code}") { units { nodes { ${'parent { '.repeat(47)} id ${'} '.repeat(47)} } } } }`,
    fragmentsTwentyDeep: `{ town(code: "${code}") { units { nodes { ...F0 } } } } ${many(20, (index) => `fragment F${index} on Unit { parent { ...F${index + 1} } }`)} fragment F20 on Unit { id }`,
    thousandAliases: `{ ${many(1000, (index) => `a${index}: __typename`)} }`,
    thousandFieldsOfOneName: `{ ${many(1000, () => 'viewer { permissions }')} }`,
    thousandSpreads: `{ ${many(1000, () => '...A')} } fragment A on Query { __typename }`,
    threeThousandAliases: `{ ${many(3000, (index) => `a${index}: __typename`)} }`,
    directivesOf100kB: `{ viewer ${'@include(if: true) '.repeat(5500)} { permissions } }`,
    fiveHundredDirectives: `{ viewer ${'@include(if: true) '.repeat(500)} { permissions } }`,
    spacedDirectivesOf100kB: `{ viewer ${`@skip(if: false) ${' '.repeat(900)}`.repeat(110)} { permissions } }`,
    pagesFiveDeep: pages(4),
    pagesFourDeep: pages(3),
    hundredAndFiftyTrees: `{ ${many(150, (index) => `a${index}: town(code: "${code}") { tree { id name } }`)} }`,
    doublingFragments: `{ ...F0 } ${many(90, (index) => `fragment F${index} on Query { ...F${index + 1} ... on Query { ...F${index + 1} } }`)} fragment F90 on Query { __typename }`,
    fragmentCycle: '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A permissions }',
    sixtyFragmentsInCycles: `{ viewer { ...F0 } } ${many(60, (index) => `fragment F${index} on Viewer { ...F${(index + 1) % 60} ...F${(index * 7) % 60} permissions }`)}`,
    elevenDearFields: `{ town(code: "${code}") { ${many(11, (index) => `d${index}: dueHouseholds { totalCount }`)} } }`,
  };
}

/** A hundred operations in one request, as the body of that. */
export const batchOfHundred = JSON.stringify(
  Array.from({ length: 100 }, () => ({ query: '{ viewer { permissions } }' })),
);
