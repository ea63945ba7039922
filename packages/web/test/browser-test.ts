import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, onTestFinished } from 'vitest';
import { enter, openContext, openPage, openTelephone, startBrowser } from './browser.ts';
import { startPlatform } from './platform.ts';

type Platform = Awaited<ReturnType<typeof startPlatform>>;

/** The browser of all test files of a worker, which ends with it. */
let browsing: Promise<Browser> | undefined;

/** A test file's own platform, there while its tests run, and its pages. A test in whose pages something goes wrong fails. */
export function browserTest() {
  let platform: Platform;
  let browser: Browser;
  const faults: string[] = [];

  beforeAll(async () => {
    browsing ??= startBrowser();
    [platform, browser] = await Promise.all([startPlatform(), browsing]);
  });

  afterEach(() => {
    expect(faults.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
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
    /**
     * A page with a browser of its own until the test is over, signed in already as an account of the demo where one is named.
     */
    openPage: async (width: number, account?: string) => {
      const context = await openContext(browser);
      onTestFinished(() => context.close());
      const page = await openPage(context, width, faults);
      if (account !== undefined) await enter(page, platform.url, account);
      return page;
    },
    /** A telephone, until the test is over. */
    openTelephone: async () => {
      const page = await openTelephone(browser, faults);
      onTestFinished(() => page.context().close());
      return page;
    },
  };
}
