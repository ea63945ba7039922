import { Client } from 'pg';
import type { Question } from './questions.ts';
import { isRead, type Statement, statementsOf } from './statements.ts';

/** What PostgreSQL does for a question: every statement that reads, with its plan as the town's role gets it. */
export async function plansOf(appUrl: string, { town, query, variables }: Question): Promise<string> {
  const sent = (await statementsOf(() => town.ask(query, variables))).filter(isRead);
  const client = new Client({ connectionString: appUrl });
  await client.connect();
  try {
    const plans: string[] = [];
    // What authentication reads is of another role; its plans say nothing about a town's past.
    for (const statement of sent.filter(({ text }) => !/"(account|office|assignment|oidc_record)"/.test(text))) {
      plans.push(await planOf(client, town.townId, statement));
    }
    return plans.join('\n\n');
  } finally {
    await client.end();
  }
}

async function planOf(client: Client, townId: number, { text, values, took }: Statement): Promise<string> {
  await client.query('begin');
  await client.query('select app.enter($1, $2)', ['app_town', String(townId)]);
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, values);
  await client.query('rollback');
  return [`-- ${took.toFixed(1)} ms`, text.trim(), ...rows.map((row) => `  ${row['QUERY PLAN']}`)].join('\n');
}
