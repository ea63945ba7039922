import type { Page } from 'playwright-core';
import { submit } from './forms.ts';
import { panel } from './page.ts';

/** Registers an application on the page of one's own. Gives its client id and its secret. */
export async function register(page: Page, name: string, asked: readonly string[]) {
  await page.getByRole('button', { name: '登记应用' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称', { exact: true }).fill(name);
  await dialog.getByLabel('用途说明').fill('汇总走访情况');
  await dialog.getByLabel(/^介绍网页/).fill('https://board.example/about');
  await dialog.getByRole('button', { name: '全部展开' }).click();
  for (const scope of asked) await dialog.getByLabel(scope).check();
  await submit(page, '登记应用');
  const secret = (await page.getByTestId('secret').textContent()) ?? '';
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
  await dialog.waitFor({ state: 'detached' });
  const said =
    (await panel(page, name)
      .getByText(/^客户端编号 /)
      .textContent()) ?? '';
  return { clientId: said.replace('客户端编号', '').trim(), secret };
}

/** What the platform answers an application that asks for a token: the token, or why not. */
export async function tokenOf(url: string, clientId: string, secret: string, scope: string) {
  const response = await fetch(`${url}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
  });
  const { access_token, error }: { access_token?: string; error?: string } = await response.json();
  return { token: access_token ?? null, error: error ?? null };
}
