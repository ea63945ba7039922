import { expect, test } from 'vitest';
import { linked } from './linked.ts';

test('links lead to pages that the web has, and those to files are text', () => {
  const html =
    '<h1>Guide</h1>\n<p><a href="limits.md">limits</a> <a href="../packages/schema/x">the\ncontract</a> <a href="https://a.example">a</a></p>';
  expect(linked(html, 'https://lianxin.example').trim()).toBe(
    '<p><a href="/guide/limits">limits</a> the\ncontract <a href="https://a.example">a</a></p>',
  );
});

test('examples name the platform on which they are read', () => {
  expect(linked('<pre><code>export LIANXIN=http://localhost:4000</code></pre>', 'https://lianxin.example')).toBe(
    '<pre tabindex="0"><code>export LIANXIN=https://lianxin.example</code></pre>',
  );
});
