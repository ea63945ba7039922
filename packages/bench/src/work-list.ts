import type { Desk } from '../../api/src/db/door.ts';

/** Today's work of a team member: households of a block with their categories, last visit, who made it, and open requests. */
export const workList = `query($id: ID!) @purpose(of: VISIT) { unit(id: $id) { ... on Block { households(first: 50) { nodes {
  id code address categories { category { name } }
  lastVisit { visitedOn way visitors { name } }
  requests(open: true) { number state dueOn subject { name } } } } } } }`;

/** The households of a block that are to be contacted. */
export const dueList = `query($code: RegisterCode!, $id: ID!) @purpose(of: VISIT) { town(code: $code) { dueHouseholds(unit: $id, first: 50) {
  totalCount nodes { dueOn household { id code address } reasons { name dueOn } lastVisit { visitedOn visitors { name } } } } } }`;

/** Recording a visit. */
export const record = `mutation($input: RecordVisitInput!) { recordVisit(input: $input) { visit { id } } }`;

/** The same work list as one statement that somebody wrote by hand, but for what is sealed: JSON as text. */
export async function workListByHand(desk: Desk, block: string, today: string): Promise<string> {
  const rows = await desk.run<{ json: string }>(
    `    select json_agg(json_build_object('id', h.id, 'code', h.code, 'address', lives.address,
      'categories', (
        select json_agg(c.name) from household_category hc join category c on c.town_id = hc.town_id and c.id = hc.category_id
        where hc.town_id = h.town_id and hc.household_id = h.id),
      'lastVisit', (
        select json_build_object('visitedOn', v.visited_on, 'way', v.way, 'visitors', (
          select json_agg(p.name order by p.name) from visit_version w
          join visit_visitor vv on vv.town_id = w.town_id and vv.version_id = w.id
          join person p on p.town_id = vv.town_id and p.id = vv.person_id
          where w.town_id = v.town_id and w.visit_id = v.id and w.number = (
            select max(number) from visit_version o where o.town_id = v.town_id and o.visit_id = v.id)))
        from visit v where v.town_id = h.town_id and v.household_id = h.id and v.withdrawn_at is null
        order by v.visited_on desc, v.noted_at desc, v.id desc limit 1),
      'requests', (
        select json_agg(json_build_object('number', r.number, 'state', r.state, 'dueOn', r.due_on, 'subject', s.name))
        from request_household rh join request r on r.town_id = rh.town_id and r.id = rh.request_id
        join request_subject s on s.town_id = r.town_id and s.id = r.subject_id
        where rh.town_id = h.town_id and rh.household_id = h.id and r.state in ('RAISED', 'ACCEPTED', 'REFERRED'))) order by h.code)::text as json
    from (
      select h.* from household_block b join household h on h.town_id = b.town_id and h.id = b.household_id
      where b.town_id = $1 and b.block_id = $2 and b.superseded_at is null and b.valid_from <= $3
        and (b.valid_to is null or b.valid_to > $3) order by h.code limit 50) as h
    left join household_address lives on lives.town_id = h.town_id and lives.household_id = h.id
      and lives.valid_from <= $3 and (lives.valid_to is null or lives.valid_to > $3)`,
    [desk.town, block, today],
  );
  return rows[0]?.json ?? '';
}
