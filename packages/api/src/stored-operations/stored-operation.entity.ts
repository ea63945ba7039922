import { defineEntity, p } from '@mikro-orm/core';
import { Application } from '../applications/application.entity.ts';

/**
 * An operation that an application says it uses: it can be sent by its hash, and no new version of the platform may break it
 * unnoticed.
 */
export const StoredOperation = defineEntity({
  name: 'StoredOperation',
  tableName: 'stored_operation',
  properties: {
    application: () => p.manyToOne(Application).primary(),
    /** SHA-256 of the document, in hexadecimal digits. */
    hash: p.text().primary(),
    /** What the document calls it. */
    name: p.text(),
    document: p.text(),
    storedAt: p.datetime(),
  },
  indexes: [{ properties: ['hash'] }],
  rowLevelSecurity: 'force',
  policies: [{ name: 'sign_in', roles: ['app_signin'], using: 'true', check: 'true' }],
});
