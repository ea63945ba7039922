import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, publicShows, townKey } from '../db/tenant.ts';
import { Person } from '../people/person.entity.ts';
import { Photo } from '../photos/photo.entity.ts';

/**
 * That somebody who acts for the town agreed to be shown on boards 公示, by name and with what else stands here. When it ends, telephone and
 * photograph go: nobody agrees to them any more.
 */
export const Publication = defineEntity({
  name: 'Publication',
  tableName: 'publication',
  properties: {
    ...townKey,
    person: () => p.manyToOne(Person),
    telephone: p.text().nullable(),
    photo: () => p.manyToOne(Photo).nullable(),
    agreedOn: p.date(),
    recordedAt: p.datetime(),
    recordedBy: p.uuid(),
    endedAt: p.datetime().nullable(),
    /** Null where it ended by itself (forget-publications.ts). */
    endedBy: p.uuid().nullable(),
  },
  indexes: [{ properties: ['townId', 'person'] }, { properties: ['townId', 'photo'] }],
  checks: [
    {
      name: 'publication_once',
      expression: 'EXCLUDE USING gist (town_id WITH =, person_id WITH =) WHERE (ended_at IS NULL)',
    },
    {
      name: 'publication_ended',
      expression:
        '(ended_by is null or ended_at is not null) and (ended_at is null or num_nonnulls(telephone, photo_id) = 0)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, publicShows],
});
