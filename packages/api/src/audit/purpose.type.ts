import { registerEnumType } from 'type-graphql';
import { enumOf } from '../schema/enum.ts';
import { purposeNames, purposes } from './purpose.ts';

export const ReadingPurposeEnum = enumOf(purposeNames);
registerEnumType(ReadingPurposeEnum, {
  name: 'ReadingPurpose',
  description: 'What personal data are read for 用途.',
  valuesConfig: Object.fromEntries(purposeNames.map((name) => [name, { description: purposes[name] }])),
});
