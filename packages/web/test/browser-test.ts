import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openPage, openTelephone, startBrowser } from './browser.ts';
import { startPlatform } from './platform.ts';

type Platform = Awaited<ReturnType<typeof startPlatform>>;

/** A test file's own platform and browser, there while its tests run. A test in whose pages something goes wrong fails. */
export function browserTest() {
  let platform: Platform;
  let browser: Browser;
  const faults: string[] = [];

  beforeAll(async () => {
    [platform, browser] = await Promise.all([startPlatform(), startBrowser()]);
  });

  afterEach(() => {
    expect(faults.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  });

  return {
    platform: {
      get url() {
        return platform.url;
      },
      run: (text: string) => platform.run(text),
      addJob: (task: string) => platform.addJob(task),
    },
    openPage: (width: number) => openPage(browser, width, faults),
    openTelephone: () => openTelephone(browser, faults),
  };
}
