import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { headingId } from './heading-id.ts';
import { linked } from './linked.ts';

test('links lead to pages that the web has, and those to files are text', () => {
  const html =
    '<h1 id="guide">Guide</h1>\n<p><a href="limits.zh.md#令牌">limits</a> <a href="../packages/schema/README.md">client</a> <a href="../packages/schema/x">the\nsource</a> <a href="../packages/schema/schema.graphql">contract</a> <a href="access.md">access</a> <a href="adr/0021-applications.md">why</a> <a href="https://a.example">a</a> <a href="#pages">b</a></p>';
  expect(linked(html, 'https://lianxin.example').trim()).toBe(
    '<p><a href="/guide/limits#令牌">limits</a> <a href="/guide/client">client</a> the\nsource <a href="/guide/contract">contract</a> <a href="/guide/access">access</a> why <a href="https://a.example">a</a> <a href="#pages">b</a></p>',
  );
});

test('examples name the platform on which they are read', () => {
  expect(linked('<pre><code>export LIANXIN=http://localhost:4000</code></pre>', 'https://lianxin.example')).toBe(
    '<div class="code-block"><pre tabindex="0"><code>export LIANXIN=https://lianxin.example</code></pre><span class="code-copy"></span></div>',
  );
});

const docs = new URL('../../../../docs/', import.meta.url);
const read = (page: string) => readFileSync(new URL(page, docs), 'utf8');

test.each([
  'guide.md',
  'guide.zh.md',
  'webhooks.md',
  'webhooks.zh.md',
  'exports.md',
  'exports.zh.md',
  'limits.zh.md',
  'applications.md',
  'applications.zh.md',
])('every link of %s to a heading leads to one that is there', (page) => {
  const links = [...read(page).matchAll(/\]\(([\w.]*\.md)?#([^)]+)\)/g)];
  for (const [, other = page, anchor] of links) {
    const ids = [...read(other).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => headingId(heading));
    expect(ids).toContain(anchor);
  }
});
