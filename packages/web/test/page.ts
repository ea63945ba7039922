import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

/** A titled part of a page. */
export function panel(page: Page, title: string | RegExp): Locator {
  return page.locator('.panel', { has: page.getByRole('heading', { name: title, exact: true }) });
}

/** By how many pixels a page is wider than its window. */
export function excess(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** The file that a click saves. */
export async function saved(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
