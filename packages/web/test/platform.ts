import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { copyOf } from '../../api/test/copy.ts';

const web = join(import.meta.dirname, '../dist/index.html');

/** What the demo accounts sign in with; the platform prints it when it starts. */
export const demoPassword = 'lianxin-demo-2026';

/** A platform that answers. */
interface Platform {
  url: string;
  /** Its database, as the owner. */
  databaseUrl: string;
  /** Runs SQL as the owner of its database. */
  run: (text: string) => Promise<void>;
  /** Has it do a task that it does at a time of the day otherwise. */
  addJob: (task: string) => Promise<void>;
  stop: () => Promise<void>;
}

/** A platform of a test file's own, with the built web, on a copy of the run's demo. */
export async function startPlatform(): Promise<Platform> {
  if (!existsSync(web)) throw new Error(`The web is not built: ${web} is missing. Run "pnpm build" in packages/web.`);
  const demo = await copyOf(inject('demoUrl'));
  const url = await tell('/start', demo.url);
  const stop = async () => {
    await tell('/stop', url);
    await demo.drop();
  };
  const addJob = (task: string) => demo.run(`select graphile_worker.add_job('${task}')`);
  return { url, databaseUrl: demo.url, run: demo.run, addJob, stop };
}

/** Has the process that serves copies of the demo begin or end with one. */
async function tell(path: '/start' | '/stop', address: string): Promise<string> {
  const response = await fetch(`${inject('servingUrl')}${path}`, { method: 'POST', body: address });
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}
