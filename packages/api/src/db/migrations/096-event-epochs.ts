import { Migration } from '@mikro-orm/migrations';

/**
 * Events are ordered by the transactions of one database, and mean nothing in another: each stands with the epoch in which it was written. The epoch is
 * another one in another cluster or database, and after a restore or a failover, from which on a cluster counts on a timeline of its own.
 *
 * A consent says from when on its application may be told of events, by the clock that they have as well.
 */
export class EventEpochs extends Migration {
  override up(): void {
    this.addSql(`
      create function app.event_epoch() returns text language sql stable as $$
        select left(encode(sha256(convert_to(concat_ws('.', system_identifier,
          (select oid from pg_database where datname = current_database()),
          left(pg_walfile_name(pg_current_wal_insert_lsn()), 8)), 'UTF8')), 'hex'), 12)
        from pg_control_system()
      $$`);
    this.addSql('revoke execute on function app.event_epoch() from public');
    this.addSql('grant execute on function app.event_epoch() to app_town');
    this.addSql('alter table "town_event" add column "epoch" text not null default app.event_epoch()');
    this.addSql('alter table "application_consent" add column "told_from" timestamptz null');
    // An owner that is no superuser sees rows only while row-level security is not forced on it.
    this.addSql('alter table "application_consent" no force row level security');
    this.addSql('update application_consent set told_from = granted_at');
    this.addSql('alter table "application_consent" force row level security');
    this.addSql(
      `alter table "application_consent" alter column "told_from" set not null, alter column "told_from" set default date_trunc('milliseconds', now())`,
    );
  }
}
