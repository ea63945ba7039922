import { createServer, type IncomingMessage } from 'node:http';
import { Pool } from 'pg';

// The limit, in a process of its own: what bare node:http and statements written by hand give on the same tables, under row-level
// security, with JSON as PostgreSQL writes it. DATABASE_URL and TOKENS are as for the peer.
const tokens: Record<string, number> = JSON.parse(process.env.TOKENS ?? '{}');
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const member = `select json_agg(json_build_object('name', m.name, 'role', m.role)) from peer.present_member m
  where m.town_id = t.town_id and m.team_id = t.id`;

const notice = `select json_agg(json_build_object('title', n.title, 'text', n.text) order by n.valid_from desc, n.id desc)
  from peer.shown_notice n where n.town_id = t.town_id and n.team_id = t.id`;

const statements: Record<string, string> = {
  '/tree': `select coalesce(json_agg(json_build_object('id', id, 'parent', parent, 'kind', kind, 'name', name, 'code', code, 'status', status)), '[]')::text as json
    from peer.tree_node where town_id = $1`,
  '/households': `select json_agg(json_build_object('id', h.id, 'code', h.code, 'lastVisit', (
      select json_build_object('visitedOn', v.visited_on, 'way', v.way, 'visitors', (
        select json_agg(p.name) from public.visit_visitor vv join public.person p on p.town_id = vv.town_id and p.id = vv.person_id
        where vv.town_id = v.town_id and vv.version_id = v.version_id))
      from peer.known_visit v where v.town_id = h.town_id and v.household_id = h.id
      order by v.visited_on desc, v.noted_at desc, v.id desc limit 1),
    'requests', (select json_agg(json_build_object('number', r.number, 'state', r.state, 'dueOn', r.due_on, 'subject', r.subject))
      from peer.open_request r where r.town_id = h.town_id and r.household_id = h.id)) order by h.code)::text as json
    from (select * from peer.block_household where town_id = $1 and block_id = $2 order by code limit 50) as h`,
  '/block': `select json_build_object('name', b.name, 'teams', (
      select json_agg(json_build_object('id', t.id, 'name', t.name, 'members', (${member}), 'notices', (${notice})))
      from peer.standing_team t where t.town_id = b.town_id and t.block_id = b.id))::text as json
    from peer.tree_node b where b.town_id = $1 and b.id = $2`,
  '/visit': `select to_json(peer.record_visit($2, $3, $4, $5, $6, $7, $8, $9, $10, $11))::text as json where $1 > 0`,
};

async function answer(request: IncomingMessage): Promise<string> {
  const town = tokens[request.headers.authorization?.slice('Bearer '.length) ?? ''];
  const text = statements[request.url ?? ''];
  if (town === undefined || text === undefined) throw new Error(`Nothing here at ${request.url}`);
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const values: unknown[] = JSON.parse(Buffer.concat(parts).toString());
  const client = await pool.connect();
  let isDone = false;
  try {
    await client.query(`begin; set local role app_town; set local app.town_id = '${town}'`);
    const { rows } = await client.query<{ json: string }>({ name: request.url, text, values: [town, ...values] });
    await client.query('commit');
    isDone = true;
    return rows[0]?.json ?? 'null';
  } finally {
    // A connection whose transaction failed is not used again.
    client.release(!isDone);
  }
}

const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  answer(request).then(
    (json) => response.end(json),
    (fault: unknown) => {
      response.statusCode = 500;
      response.end(JSON.stringify({ errors: [String(fault)] }));
    },
  );
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
