import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';
import { Browser as SigningIn } from '../../api/src/signin/browser.fixture.ts';
import { demoPassword } from './platform.ts';

// Drawing without the emulation of a graphics card takes half the time.
chromium.setGraphicsMode = false;

/** A browser out of a package: nothing has to be installed on the machine, and it has no Chinese font of its own. */
export async function startBrowser(): Promise<Browser> {
  const args = chromium.args.filter((arg) => !['--single-process', '--no-zygote'].includes(arg));
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...args, '--disable-gpu'],
    headless: true,
  });
}

/** Unpacks the browser unless it is. Two processes must not at once: the second would find a file that is half there. */
export async function unpackBrowser(): Promise<void> {
  await chromium.executablePath();
}

/** A browser of one person's: with cookies, and what pages keep, of its own. */
export const openContext = (browser: Browser) => browser.newContext({ reducedMotion: 'reduce' });

/** A page of a browser. What goes wrong in it (errors, refused scripts) is put into `faults`. */
export async function openPage(context: BrowserContext, width: number, faults: string[]): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 800 });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    const told = message.text();
    if (message.type() === 'error' && !/401 \(Unauthorized\)|409 \(Conflict\)|410 \(Gone\)/.test(told))
      faults.push(told);
  });
  return page;
}

/**
 * A telephone with an empty browser, in which several pages share what is kept. What goes wrong in it is put into
 * `faults`, but for what has no network.
 */
export async function openTelephone(browser: Browser, faults: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
  context.on('weberror', (error) => faults.push(error.error().message));
  context.on('console', (message) => {
    const told = message.text();
    if (message.type() === 'error' && !/401 \(Unauthorized\)|net::ERR_/.test(told)) faults.push(told);
  });
  return context.newPage();
}

/** Has a page's browser be signed in as one of the demo's accounts already: without the form, which other tests send. */
export async function enter(page: Page, url: string, account: string): Promise<void> {
  const browser = new SigningIn(url);
  await browser.enter(account, demoPassword);
  await page.context().addCookies(
    browser.cookies.map(({ name, value, path }) => ({
      name,
      value,
      path,
      domain: new URL(url).hostname,
      httpOnly: true,
    })),
  );
}

/** Signs in with the form, from any page that asks for it. */
export async function signIn(page: Page, account: string, password: string): Promise<void> {
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
