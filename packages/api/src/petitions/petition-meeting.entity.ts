import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, townKey } from '../db/tenant.ts';
import { Person } from '../people/person.entity.ts';
import { Petition, Petitioner, PetitionParty } from './petition.entity.ts';

/** A meeting 协调会 about a petition. Never changed. */
export const PetitionMeeting = defineEntity({
  name: 'PetitionMeeting',
  tableName: 'petition_meeting',
  properties: {
    ...townKey,
    petition: () => p.manyToOne(Petition),
    heldOn: p.date(),
    place: p.text().nullable(),
    /** Null where nothing was agreed. */
    agreed: p.text().nullable(),
    recordedAt: p.datetime(),
  },
  indexes: [{ properties: ['townId', 'petition'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** Somebody who took part in such a meeting: of the town, of the petitioners, or for a party. */
export const PetitionParticipant = defineEntity({
  name: 'PetitionParticipant',
  tableName: 'petition_participant',
  properties: {
    ...townKey,
    meeting: () => p.manyToOne(PetitionMeeting),
    position: p.integer(),
    person: () => p.manyToOne(Person).nullable(),
    petitioner: () => p.manyToOne(Petitioner).nullable(),
    party: () => p.manyToOne(PetitionParty).nullable(),
  },
  indexes: [
    { properties: ['townId', 'meeting'] },
    { properties: ['townId', 'person'] },
    { properties: ['townId', 'petitioner'] },
    { properties: ['townId', 'party'] },
  ],
  checks: [{ name: 'petition_participant_one', expression: 'num_nonnulls(person_id, petitioner_id, party_id) = 1' }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
