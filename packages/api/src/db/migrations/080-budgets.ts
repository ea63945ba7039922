import { Migration } from '@mikro-orm/migrations';

/**
 * How many points each caller has left (ADR 20). A process takes some at once and spends them by itself, for a second; what it takes is
 * held until it says how many it did not spend, or until its time is over, so that a caller's points and what processes hold of
 * them are never more than the caller may have. Unlogged: after a crash of PostgreSQL everybody has all of theirs.
 */
export class Budgets extends Migration {
  override up(): void {
    this.addSql(`
      create unlogged table app.budget (
        caller text primary key,
        free double precision not null,
        at timestamptz not null,
        -- Held of what was taken in the second named so, and in the one before it.
        second bigint not null,
        held double precision not null,
        held_before double precision not null
      )`);
    this.addSql(`
      create function app.take_points(
        asking text, capacity double precision, restores double precision,
        ended_in bigint, ended double precision, unspent double precision,
        needed double precision, wanted double precision,
        out taken double precision, out taken_in bigint, out free double precision
      ) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        now timestamptz := clock_timestamp();
        known app.budget;
      begin
        taken_in := floor(extract(epoch from now));
        insert into app.budget values (asking, capacity, now, taken_in, 0, 0) on conflict do nothing;
        select * into known from app.budget b where b.caller = asking for update;
        now := greatest(clock_timestamp(), known.at);
        taken_in := floor(extract(epoch from now));
        if taken_in > known.second then
          known.held_before := case when taken_in = known.second + 1 then known.held else 0 end;
          known.held := 0;
        end if;
        -- Before what has ended is let go: it was held until now.
        known.free := least(
          known.free + restores * extract(epoch from now - known.at),
          capacity - known.held - known.held_before
        );
        if ended_in = taken_in then known.held := greatest(known.held - ended, 0);
        elsif ended_in = taken_in - 1 then known.held_before := greatest(known.held_before - ended, 0);
        end if;
        known.free := least(known.free + unspent, capacity - known.held - known.held_before);
        taken := case when known.free >= needed then least(known.free, wanted) else 0 end;
        free := known.free - taken;
        update app.budget b set free = take_points.free, at = now, second = taken_in,
          held = known.held + taken, held_before = known.held_before
          where b.caller = asking;
      end $$`);
    this.addSql(
      `revoke execute on function app.take_points(text, double precision, double precision, bigint, double precision,
         double precision, double precision, double precision) from public`,
    );
    this.addSql(
      `grant execute on function app.take_points(text, double precision, double precision, bigint, double precision,
         double precision, double precision, double precision) to lianxin_app`,
    );
  }
}
