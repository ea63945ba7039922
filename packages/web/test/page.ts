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

/** Keeps the answers to an operation back until the function that it gives is called. */
export async function holdAnswers(page: Page, operation: string): Promise<() => void> {
  let come = () => {};
  const called = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route('**/graphql', async (route) => {
    if (route.request().postDataJSON().operationName === operation) await called;
    await route.continue();
  });
  return come;
}

/** The file that a click saves. */
export async function saved(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Whether a number looks like what it is: underlined and of the colour of links. */
export function looksLikeLink(number: Locator): Promise<boolean> {
  return number.evaluate((element) => {
    const link = document.createElement('a');
    document.body.append(link);
    const { color } = getComputedStyle(link);
    link.remove();
    const own = getComputedStyle(element);
    return element.tagName === 'A' && own.textDecorationLine === 'underline' && own.color === color;
  });
}
