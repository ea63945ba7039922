import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import MarkdownIt from 'markdown-it';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { headingId } from './src/guide/heading-id.ts';

const api = process.env.API ?? 'http://localhost:4000';

/** What makes the web an application that is installed and opens without a network (docs/offline.md). */
const application = VitePWA({
  // The page itself says when it begins (src/device/worker.ts).
  injectRegister: null,
  registerType: 'prompt',
  manifest: {
    id: '/',
    name: '连心',
    short_name: '连心',
    description: '街镇基层服务：今日走访、诉求、组织树',
    lang: 'zh-CN',
    start_url: '/today',
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    // Without the slices of the Chinese font: telephones have one of their own, and they are five megabytes.
    globPatterns: ['**/*.{html,js,css,svg,png,webmanifest}'],
    // What draws charts and writes workbooks is for offices, and as large as all pages of the street together; the guide and the
    // explorer are for developers, and larger still.
    globIgnores: ['**/EChart-*.js', '**/xlsx-*.js', '**/GuidePage-*.js', 'assets/explorer/**'],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/(b|oidc|graphql|healthz|readyz)(\/|$)/],
    clientsClaim: true,
    cleanupOutdatedCaches: true,
  },
});

const markdown = new MarkdownIt({ html: false });
markdown.renderer.rules.heading_open = (tokens, at, options, _env, renderer) => {
  tokens[at]?.attrSet('id', headingId(tokens[at + 1]?.content ?? ''));
  return renderer.renderToken(tokens, at, options);
};

/** Pages of docs/ as HTML, made when the web is built: none of what makes it is fetched by anybody. Comments and HTML in them are left out. */
const pages: Plugin = {
  name: 'pages-of-docs',
  enforce: 'pre',
  load: async (id) => {
    if (!id.endsWith('.md')) return null;
    // What tells those who would edit the page is left out, too.
    const text = (await readFile(id, 'utf8')).replace(
      /<!--.*?-->|^(Written by|本页由) `npm run (docs|schema)`[^\n]*$/gms,
      '',
    );
    return `export default ${JSON.stringify(markdown.render(text))};`;
  },
};

/** Whether a module is the explorer's, or of what that is made of. */
const isExplorers = (id: string) =>
  /\/(src\/explorer|(@?graphiql|monaco-editor|monaco-graphql|prettier)(@|\/|\+))/.test(id);

/**
 * Puts each document where the code writes it: what codegen makes of them all in one place, every page would fetch. It stands in
 * src/generated/graphql.ts with the fragments that it spreads.
 */
function documentsInPlace(): Plugin {
  const generated = new Map<string, string>();
  return {
    name: 'documents-in-place',
    enforce: 'pre',
    buildStart: async () => {
      const text = await readFile(join(import.meta.dirname, 'src/generated/graphql.ts'), 'utf8');
      for (const [, name = '', document = ''] of text.matchAll(
        /^export const (\w+) = (\{"kind":"Document".*\}) as unknown as/gm,
      ))
        generated.set(name, document);
    },
    transform: (code, id) => {
      if (!/\/src\/(?!generated).*\.tsx?$/.test(id) || !code.includes('graphql(`')) return null;
      return code.replace(/\bgraphql\(`\s*(\w+) (\w+)[^`]*`\)/g, (_call, kind: string, name: string) => {
        const document = generated.get(`${name}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`);
        if (!document) throw new Error(`${id}: ${name} is not generated yet. Run codegen.`);
        return `(${document})`;
      });
    },
  };
}

export default defineConfig({
  plugins: [documentsInPlace(), pages, react(), application],
  // The content security policy allows no data: addresses for fonts and scripts.
  build: {
    ...{ assetsInlineLimit: 0, target: 'es2022', chunkSizeWarningLimit: 900 },
    rolldownOptions: {
      // Beside the application, the page of whoever scans the code of a board.
      input: { main: 'index.html', board: 'board.html' },
      // The explorer's parts carry a directive for another compiler.
      checks: { moduleLevelDirective: false },
      output: {
        chunkFileNames: ({ moduleIds }) => `assets/${moduleIds.some(isExplorers) ? 'explorer/' : ''}[name]-[hash].js`,
        assetFileNames: ({ names }) =>
          `assets/${names.some((name) => /^(Explorer|monaco)/.test(name)) ? 'explorer/' : ''}[name]-[hash][extname]`,
      },
    },
  },
  // Only the explorer's editor has some.
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/explorer/[name]-[hash].js',
        chunkFileNames: 'assets/explorer/[name]-[hash].js',
      },
    },
  },
  server: { proxy: { '/graphql': api, '/oidc': api, '^/b/\\w+/photos/': api } },
});
