import { defineEntity, p } from '@mikro-orm/core';
import { unitKinds } from '../towns/unit-kind.ts';

/** A village, committee or special area as an edition of the official register lists it; towns are set up from these. */
export const RegisterUnit = defineEntity({
  name: 'RegisterUnit',
  tableName: 'register_unit',
  properties: {
    /** The day from which the register's edition holds: editions are told apart by it. */
    validFrom: p.date().primary(),
    code: p.string().length(12).primary(),
    townCode: p.string().length(9).index(),
    name: p.text(),
    kind: p.enum(unitKinds),
    /** Its place in the register's order. */
    position: p.integer(),
  },
});
