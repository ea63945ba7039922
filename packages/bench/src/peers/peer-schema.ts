/**
 * What whoever serves the product's tables by PostGraphile would add to them: views and functions for what holds today. They
 * run as whoever asks, so row-level security holds in them as it does in tables.
 */
export const peerSchema = `
  create schema peer;
  grant usage on schema peer to app_town;
  create function peer.today() returns date language sql stable as $$ select (now() at time zone 'Asia/Shanghai')::date $$;

  create view peer.tree_node with (security_invoker) as
    select town_id, unit_id as id, parent_id as parent, kind, name, code, status from public.unit_version
    where superseded_at is null and valid_from <= peer.today() and (valid_to is null or valid_to > peer.today())
    union all
    select town_id, team_id, block_id, null, name, null, null from public.team_version
    where superseded_at is null and valid_from <= peer.today() and (valid_to is null or valid_to > peer.today());
  comment on view peer.tree_node is '@primaryKey town_id,id';

  create view peer.block_household with (security_invoker) as
    select h.town_id, h.id, h.code, b.block_id from public.household_block b
    join public.household h on h.town_id = b.town_id and h.id = b.household_id
    where b.superseded_at is null and b.valid_from <= peer.today() and (b.valid_to is null or b.valid_to > peer.today());
  comment on view peer.block_household is '@primaryKey town_id,id';

  create view peer.known_visit with (security_invoker) as
    select v.town_id, v.id, v.household_id, v.visited_on, v.way, v.noted_at, w.id as version_id from public.visit v
    join lateral (
      select id from public.visit_version w where w.town_id = v.town_id and w.visit_id = v.id order by number desc limit 1
    ) w on true
    where v.withdrawn_at is null;
  create function peer.block_household_last_visit(household peer.block_household) returns peer.known_visit language sql stable as $$
    select * from peer.known_visit v where v.town_id = household.town_id and v.household_id = household.id
    order by v.visited_on desc, v.noted_at desc, v.id desc limit 1 $$;
  create function peer.known_visit_visitors(visit peer.known_visit) returns setof text language sql stable as $$
    select p.name from public.visit_visitor vv join public.person p on p.town_id = vv.town_id and p.id = vv.person_id
    where vv.town_id = visit.town_id and vv.version_id = visit.version_id $$;

  create view peer.open_request with (security_invoker) as
    select rh.town_id, rh.household_id, r.id, r.number, r.year, r.state, r.due_on, s.name as subject
    from public.request_household rh
    join public.request r on r.town_id = rh.town_id and r.id = rh.request_id
    join public.request_subject s on s.town_id = r.town_id and s.id = r.subject_id
    where r.state in ('RAISED', 'ACCEPTED', 'REFERRED');
  create function peer.block_household_requests(household peer.block_household) returns setof peer.open_request language sql stable as $$
    select * from peer.open_request r where r.town_id = household.town_id and r.household_id = household.id $$;

  create view peer.standing_team with (security_invoker) as
    select town_id, team_id as id, block_id, name from public.team_version
    where superseded_at is null and valid_from <= peer.today() and (valid_to is null or valid_to > peer.today());
  comment on view peer.standing_team is '@primaryKey town_id,id';
  create view peer.present_member with (security_invoker) as
    select m.town_id, m.id, m.team_id, m.role, coalesce(p.name, q.name) as name from public.team_member m
    left join public.person p on p.town_id = m.town_id and p.id = m.person_id
    left join public.partner q on q.town_id = m.town_id and q.id = m.partner_id
    where m.valid_from <= peer.today() and (m.valid_to is null or m.valid_to > peer.today());
  comment on view peer.present_member is E'@primaryKey town_id,id\\n@foreignKey (town_id,team_id) references peer.standing_team (town_id,id)';
  comment on view peer.standing_team is E'@primaryKey town_id,id\\n@foreignKey (town_id,block_id) references peer.tree_node (town_id,id)';

  create view peer.shown_notice with (security_invoker) as
    select town_id, id, team_id, title, text, valid_from from public.notice
    where valid_from <= peer.today() and (valid_to is null or valid_to > peer.today());
  comment on view peer.shown_notice is E'@primaryKey town_id,id\\n@foreignKey (town_id,team_id) references peer.standing_team (town_id,id)';

  create function peer.record_visit(
    visit uuid, household uuid, block uuid, visitor uuid, account uuid, subject uuid,
    situation text, demand text, service text, description text
  ) returns uuid language plpgsql volatile as $$
    declare
      town bigint := current_setting('app.town_id')::bigint;
      version uuid := gen_random_uuid();
      request uuid := gen_random_uuid();
      drawn int;
    begin
      insert into public.visit (town_id, id, household_id, block_id, visited_on, way, noted_at, recorded_at, recorded_by)
      values (town, visit, household, block, peer.today(), 'AT_HOME', now(), now(), account);
      insert into public.visit_version (town_id, id, visit_id, number, visited_on, way, situation, demand, service, written_at, written_by)
      values (town, version, visit, 1, peer.today(), 'AT_HOME', situation, demand, service, now(), account);
      insert into public.visit_visitor (town_id, id, version_id, person_id) values (town, gen_random_uuid(), version, visitor);
      insert into public.request_counter as c (town_id, year, last) values (town, extract(year from peer.today()), 1)
      on conflict (town_id, year) do update set last = c.last + 1 returning last into drawn;
      insert into public.request (town_id, id, year, number, source, subject_id, state, level, household_id, block_id, raised_on,
        recorded_at, recorded_by, reported_in_time, description, due_on)
      values (town, request, extract(year from peer.today()), drawn, 'VISIT', subject, 'RAISED', 'BLOCK', household, block, peer.today(),
        now(), account, true, description, peer.today() + 7);
      insert into public.request_household (town_id, id, request_id, household_id) values (town, gen_random_uuid(), request, household);
      insert into public.request_event (town_id, id, request_id, seq, step, recorded_at, recorded_by, state, happened_on, level, subject_id, due_on)
      values (town, gen_random_uuid(), request, 1, 'RAISE', now(), account, 'RAISED', peer.today(), 'BLOCK', subject, peer.today() + 7);
      insert into public.visit_request (town_id, id, visit_id, request_id) values (town, gen_random_uuid(), visit, request);
      return visit;
    end $$;

  grant select on all tables in schema peer to app_town;
`;
