import { defineEntity, p } from '@mikro-orm/core';

/** A district 区 of the register. A reference table: the same rows for everybody. */
export const District = defineEntity({
  name: 'District',
  tableName: 'district',
  properties: {
    code: p.string().length(6).primary(),
    name: p.text(),
  },
});
