import { ObjectType } from 'type-graphql';
import { NumberType } from '../indicators/number.type.ts';

@ObjectType('DerivedNumber', { description: 'What the records of a town give 台账数.' })
export class DerivedNumberType extends NumberType {}
