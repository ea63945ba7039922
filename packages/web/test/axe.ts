import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds in a page that keeps somebody from using it: the serious and the critical, each with where it is. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Run in the page itself, where a script that is added would be refused.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => (await window.axe.run()).violations);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
