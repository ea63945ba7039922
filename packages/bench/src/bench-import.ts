import { setTimeout as pause } from 'node:timers/promises';
import { writeTable } from '../../api/src/imports/write-table.ts';
import { householdRows } from './household-file.ts';
import { percentile } from './percentile.ts';
import { ask, type BenchPlatform } from './platform.ts';
import { startProduct, unmetered } from './product.ts';
import { markdown } from './table.ts';
import { workList } from './work-list.ts';
import type { LivingTown, WorkPlace } from './work-town.ts';

/** Households that the file holds. */
const imported = 20_000;
/** How long members ask for their lists before the import, in milliseconds; those of the first moments do not count. */
const before = 20_000;
const warming = 5000;
/** How long a member looks at a list before asking for the next one, in milliseconds. */
const looking = 100;

const preview = `mutation($input: PreviewHouseholdImportInput!) @purpose(of: UPKEEP) { previewHouseholdImport(input: $input) {
  households members duplicateCount errorCount digest } }`;
const importing = `mutation($input: ImportHouseholdsInput!) @purpose(of: UPKEEP) {
  importHouseholds(input: $input) { households members } }`;

/**
 * Imports 20,000 households from a workbook into a town while members of four teams ask for their work lists, in a process
 * of the product's own. Tells how long that took, the most memory of the process, and the p99 of the lists before and
 * during it.
 */
export async function benchImport(
  { ownerUrl, orm }: BenchPlatform,
  town: LivingTown,
  say: (message: string) => void,
): Promise<string> {
  const rows = await householdRows(orm, town, imported);
  const file = writeTable(rows, 'XLSX');
  say(
    `A workbook of ${imported} households in ${rows.length - 1} rows, ${(file.length / 1024 / 1024).toFixed(1)} MB …`,
  );
  const product = await startProduct(ownerUrl, unmetered);
  try {
    const lists = askForLists(product.url, town.places);
    await pause(warming);
    lists.take();
    await pause(before);
    const quiet = lists.take();
    const mostMemory = product.watchMemory();
    const input = { town: town.code, fileName: '住户.xlsx', content: Buffer.from(file).toString('base64') };
    const began = performance.now();
    const { previewHouseholdImport: seen } = (await ask(product.url, town.token, preview, { input })) as Seen;
    const looked = performance.now();
    if (seen.errorCount > 0) throw new Error(`${seen.errorCount} rows of the file are at fault`);
    const confirmed = { ...input, duplicates: 'ADD', expectedDigest: seen.digest };
    await ask(product.url, town.token, importing, { input: confirmed });
    const ended = performance.now();
    const busy = lists.take();
    await lists.stop();
    return tableOf(quiet, busy, { preview: looked - began, import: ended - looked, memory: mostMemory() });
  } finally {
    await product.stop();
  }
}

interface Seen extends Record<string, unknown> {
  previewHouseholdImport: { errorCount: number; digest: string };
}

/** Members ask for their lists, each one after the other, until they are stopped; `take` answers how long each took since the last. */
function askForLists(url: string, places: readonly WorkPlace[]) {
  const took: number[] = [];
  let over = false;
  const members = places.map(async ({ block, token }) => {
    while (!over) {
      const began = performance.now();
      await ask(url, token, workList, { id: block });
      took.push(performance.now() - began);
      await pause(looking);
    }
  });
  return {
    take: () => took.splice(0),
    stop: async () => {
      over = true;
      await Promise.all(members);
    },
  };
}

function tableOf(
  quiet: readonly number[],
  busy: readonly number[],
  took: { preview: number; import: number; memory: number },
): string {
  const [usual, meanwhile] = [percentile(quiet, 0.99), percentile(busy, 0.99)];
  const seconds = (took.preview + took.import) / 1000;
  const bold = (value: string, isWithin: boolean) => (isWithin ? value : `**${value}**`);
  return markdown(
    [`import of ${imported} households from XLSX`, '', 'at most'],
    [
      [
        'preview and import, s',
        bold(`${(took.preview / 1000).toFixed(1)} + ${(took.import / 1000).toFixed(1)}`, seconds < 120),
        '120',
      ],
      ['most memory of the process, MB', bold(took.memory.toFixed(0), took.memory < 1024), '1024'],
      [
        'work list, median before → meanwhile, ms',
        `${percentile(quiet, 0.5).toFixed(0)} → ${percentile(busy, 0.5).toFixed(0)}`,
        '',
      ],
      [
        `work list, p99 before → meanwhile, ms (${quiet.length} and ${busy.length} lists)`,
        `${usual.toFixed(0)} → ${meanwhile.toFixed(0)}`,
        '',
      ],
      ['p99, times', bold((meanwhile / usual).toFixed(2), meanwhile <= 2 * usual), '2'],
    ],
  );
}
