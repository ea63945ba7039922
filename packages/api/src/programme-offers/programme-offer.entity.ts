import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '../db/new-id.ts';
import { programmeKinds, programmeTakers } from '../programmes/programme-states.ts';
import { District } from '../towns/district.entity.ts';

const ofOwnOffice = `exists (select from office where account_id = nullif(current_setting('app.account_id'::text, true), ''::text)::uuid and office.district_code = programme_offer.district_code and valid_from <= (now() at time zone 'Asia/Shanghai')::date and (valid_to is null or valid_to > (now() at time zone 'Asia/Shanghai')::date))`;

/** A programme that a district offers to its towns 区级项目. It names nobody: everybody reads it, as the register. Global. */
export const ProgrammeOffer = defineEntity({
  name: 'ProgrammeOffer',
  tableName: 'programme_offer',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    district: () => p.manyToOne(District),
    kind: p.enum(programmeKinds),
    name: p.text(),
    about: p.text(),
    takers: p.enum(programmeTakers),
    oneSession: p.boolean(),
    firstDay: p.date(),
    lastDay: p.date(),
    ageFrom: p.smallint().nullable(),
    ageTo: p.smallint().nullable(),
    /** In fen. */
    costPerHead: p.bigint('number').nullable(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    withdrawnAt: p.datetime().nullable(),
    withdrawnBecause: p.text().nullable(),
  },
  indexes: [{ properties: ['district'] }],
  checks: [
    { name: 'programme_offer_forward', expression: 'last_day >= first_day' },
    { name: 'programme_offer_withdrawn', expression: 'num_nonnulls(withdrawn_at, withdrawn_because) in (0, 2)' },
  ],
  rowLevelSecurity: 'force',
  policies: [
    { name: 'everybody_reads', command: 'select', using: 'true' },
    { name: 'own_district', roles: ['app_signin'], using: ofOwnOffice, check: ofOwnOffice },
  ],
});
