import type { KoaContextWithOIDC } from 'oidc-provider';
import { textOfPage } from './refusal-texts.ts';
import { webClient } from './web-client.ts';

/** What the sign-out page loads to send its form by itself: a file, so that no policy has to allow inline scripts. */
export const submitScript = 'document.forms[0].submit();';
export const submitScriptPath = '/submit.js';

/**
 * The page between "sign out" and being signed out. Asked by our own page that this account is signed in to (it shows the
 * identity token), it sends itself; asked by anybody else, also by an application with a token of its own, it waits for a click.
 */
export function logoutSource(ctx: KoaContextWithOIDC, form: string): void {
  const hint: unknown = ctx.oidc.entities.IdTokenHint?.payload.sub;
  const isOurs = ctx.oidc.client?.clientId === webClient;
  const asked = isOurs && hint !== undefined && hint === ctx.oidc.session?.accountId;
  const fields = '<input type="hidden" name="logout" value="yes"><button type="submit">退出登录 Sign out</button>';
  const script = asked ? `<script src="/oidc${submitScriptPath}" defer></script>` : '';
  answer(ctx, '退出登录 Sign out', form.replace('</form>', `${fields}</form>`) + script);
}

/** Shown after signing out where the web page did not ask to be shown itself. */
export function postLogoutSuccessSource(ctx: KoaContextWithOIDC): void {
  answer(ctx, '您已退出 You have signed out', again);
}

/**
 * An error that cannot be told to whoever asked, such as an address that was not registered or a sign-in that took too long. Says its code, and
 * what a developer may look at; of what was sent nothing but the names of parameters.
 */
export function renderError(
  ctx: KoaContextWithOIDC,
  out: { error: string; error_description?: string | undefined },
): void {
  const code = out.error.replace(/[^a-z_]/g, '');
  const text = textOfPage(code);
  const detail =
    code === 'invalid_request' ? ` <code>${(out.error_description ?? '').replace(/[^\w '(),.-]/g, '')}</code>` : '';
  const says = text ? `<p>${text.zh}${detail}</p><p lang="en">${text.en}${detail}</p>` : '';
  answer(ctx, '登录未完成 Sign-in was not completed', `<p><code>${code}</code></p>${says}${again}`);
}

const again = '<p><a href="/">重新登录 Sign in again</a></p>';

function answer(ctx: KoaContextWithOIDC, title: string, body: string): void {
  ctx.type = 'html';
  ctx.body = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width"></head><body><h1>${title}</h1>${body}</body></html>`;
}
