import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';
import { ProgrammeEnrolment, ProgrammeSession } from './programme.entity.ts';

/** Whether somebody who takes part came to a session 签到, or what was to be given them was. Never changed, but by the next record of the same. */
export const ProgrammeAttendance = defineEntity({
  name: 'ProgrammeAttendance',
  tableName: 'programme_attendance',
  properties: {
    ...townKey,
    session: () => p.manyToOne(ProgrammeSession),
    enrolment: () => p.manyToOne(ProgrammeEnrolment),
    attended: p.boolean(),
    /** What was given, as people write it: 蔬菜 5 公斤. */
    given: p.text().nullable(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    /** When it was recorded otherwise; null for what holds. */
    supersededAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['townId', 'enrolment'] }, { properties: ['townId', 'session', 'recordedAt'] }],
  checks: [
    { name: 'programme_attendance_given', expression: 'attended or given is null' },
    {
      name: 'programme_attendance_once',
      expression:
        'EXCLUDE USING gist (town_id WITH =, session_id WITH =, enrolment_id WITH =) WHERE (superseded_at IS NULL)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
