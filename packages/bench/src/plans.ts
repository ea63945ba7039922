import { Client } from 'pg';
import type { Question } from './questions.ts';
import { isRead, statementsOf } from './statements.ts';

/** What PostgreSQL does for a question: every statement that reads, with its plan as the town's role gets it. */
export async function plansOf(appUrl: string, { town, query, variables }: Question): Promise<string> {
  const sent = (await statementsOf(() => town.ask(query, variables))).filter(isRead);
  const client = new Client({ connectionString: appUrl });
  await client.connect();
  const plans: string[] = [];
  for (const { text, values, took } of sent) {
    // What authentication reads is of another role; its plans say nothing about a town's past.
    if (/"(account|office|assignment|oidc_record)"/.test(text)) continue;
    await client.query('begin');
    await client.query('select app.enter($1, $2)', ['app_town', String(town.townId)]);
    const { rows } = await client.query(`explain (analyze, buffers) ${text}`, values);
    await client.query('rollback');
    plans.push([`-- ${took.toFixed(1)} ms`, text.trim(), ...rows.map((row) => `  ${row['QUERY PLAN']}`)].join('\n'));
  }
  await client.end();
  return plans.join('\n\n');
}
