import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, townKey } from '../db/tenant.ts';
import { purposeNames } from './purpose.ts';

/**
 * One operation's look at personal data of a town: who, when, which fields, what for, and of whom by keys that say
 * nothing. It holds no value, so that it stays whole when a person is erased. Rows are added, never changed.
 */
export const AuditReading = defineEntity({
  name: 'AuditReading',
  tableName: 'audit_reading',
  properties: {
    ...townKey,
    readAt: p.datetime(),
    /** The global account. */
    accountId: p.uuid(),
    /** The application that looked for it; null where nobody but the account did. */
    applicationId: p.uuid().nullable(),
    /** The name that the client gave its operation. */
    operation: p.text().nullable(),
    /** Null where none was named, so that the values were answered masked. */
    purpose: p.enum(purposeNames).nullable(),
    /** Such as `Resident.name` (access/personal-fields.ts), in order. */
    fields: p.array(),
    /** The `audit_key` of each person and household. */
    subjects: p.array().columnType('uuid[]'),
  },
  indexes: [
    { properties: ['townId', 'readAt', 'id'] },
    { properties: ['townId', 'accountId', 'readAt'] },
    { properties: ['subjects'], type: 'gin' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A link of a town's chain of hashes over its readings. Rows are added, never changed. */
export const AuditSeal = defineEntity({
  name: 'AuditSeal',
  tableName: 'audit_seal',
  properties: {
    townId: p.bigint('number').primary(),
    /** Counted from 1, without gaps. */
    number: p.integer().primary(),
    sealedAt: p.datetime(),
    /** The moment of the last of its readings. */
    lastReadAt: p.datetime(),
    /** The readings that it covers, in the order in which they are hashed. */
    readings: p.array().columnType('uuid[]'),
    /** SHA-256 of the hash before it and of the readings (audit/seal-readings.ts). */
    hash: p.text(),
  },
  indexes: [{ properties: ['townId', 'sealedAt'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
