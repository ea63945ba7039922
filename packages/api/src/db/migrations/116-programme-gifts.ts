import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;

/** With which partner organisations a programme is held, and what was given for it. */
export class ProgrammeGifts extends Migration {
  override up(): void {
    this.addSql(
      'create table "programme_partner" ("town_id" bigint not null, "id" uuid not null, "programme_id" uuid not null, "partner_id" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "programme_partner" add constraint "programme_partner_town_id_programme_id_partner_id_unique" unique ("town_id", "programme_id", "partner_id")',
    );
    this.addSql(
      'create table "programme_gift" ("town_id" bigint not null, "id" uuid not null, "programme_id" uuid not null, "partner_id" uuid null, "amount" bigint null, "goods" text null, "worth" bigint null, "given_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "withdrawn_at" timestamptz null, "withdrawn_because" text null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "programme_gift_town_id_programme_id_index" on "programme_gift" ("town_id", "programme_id")',
    );
    for (const [name, expression] of [
      ['what', 'num_nonnulls(amount, goods) = 1 and amount > 0'],
      ['worth', 'worth is null or (worth > 0 and goods is not null)'],
      ['withdrawn', 'num_nonnulls(withdrawn_at, withdrawn_because) in (0, 2)'],
    ]) {
      this.addSql(`alter table "programme_gift" add constraint "programme_gift_${name}" check (${expression})`);
    }
    for (const table of ['programme_partner', 'programme_gift']) {
      for (const to of ['programme', 'partner']) {
        this.addSql(
          `alter table "${table}" add constraint "${table}_town_id_${to}_id_foreign" foreign key ("town_id", "${to}_id") references "${to}" ("town_id", "id") on update no action on delete no action`,
        );
      }
      this.addSql(`create index "${table}_town_id_partner_id_index" on "${table}" ("town_id", "partner_id")`);
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy "own_town" on "${table}" to "app_town" using (${ofTown}) with check (${ofTown})`);
      this.addSql(`grant select, insert on "${table}" to app_town`);
      this.addSql(`grant select (town_id), delete on "${table}" to app_sandbox`);
    }
    this.addSql('grant delete on programme_partner to app_town');
    this.addSql('grant update (withdrawn_at, withdrawn_because) on programme_gift to app_town');
  }
}
