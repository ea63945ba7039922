import { defineEntity, p } from '@mikro-orm/core';
import { unitKinds } from '../towns/unit-kind.ts';

/** A village, committee or special area as the official register lists it; towns are set up from these. */
export const RegisterUnit = defineEntity({
  name: 'RegisterUnit',
  tableName: 'register_unit',
  properties: {
    code: p.string().length(12).primary(),
    townCode: p.string().length(9).index(),
    name: p.text(),
    kind: p.enum(unitKinds),
    /** The day from which the register's edition holds. */
    validFrom: p.date(),
    /** Its place in the register's order. */
    position: p.integer(),
  },
});
