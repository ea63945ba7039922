/** The pages of docs/ that the web shows, by their names there, and in it. */
export const pageNames = [
  ...(['guide', 'applications', 'webhooks', 'exports', 'errors', 'limits'] as const),
  ...(['contract', 'access', 'changes', 'client'] as const),
] as const;

/** What stands elsewhere in the repository, and the page on which the web shows it. */
const elsewhere: Readonly<Record<string, string>> = {
  '../packages/schema/README': 'client',
  '../packages/schema/schema.graphql': 'contract',
  '../packages/schema/CHANGELOG': 'changes',
};

/**
 * A page of docs/ as the web shows it: without its head, which the page has already, with links to other pages that lead to where the web has
 * them, without those to files, and with this platform's address in its examples. What is wider than the page can be scrolled by keys,
 * and beside code there is place for what copies it.
 */
export function linked(html: string, origin: string): string {
  return html
    .replace(/^\s*<h1[^>]*>.*?<\/h1>/s, '')
    .replaceAll('http://localhost:4000', origin)
    .replace(/<a href="([^"]*)">(.*?)<\/a>/gs, (_whole, address: string, text: string) => {
      const to = addressOf(address);
      return to === null ? text : `<a href="${to}">${text}</a>`;
    })
    .replaceAll('<table>', '<table tabindex="0">')
    .replace(
      /<pre>(.*?)<\/pre>/gs,
      '<div class="code-block"><pre tabindex="0">$1</pre><span class="code-copy"></span></div>',
    );
}

/** Where a link of docs/ leads in the web; null where that has no such page. */
function addressOf(address: string): string | null {
  if (/^(https?:|\/|#)/.test(address)) return address;
  const [, file = '', anchor = ''] = /^([^#]*?)(?:\.zh)?(?:\.md)?(#.*)?$/.exec(address) ?? [];
  const name = elsewhere[file] ?? file;
  if (!pageNames.some((each) => each === name)) return null;
  return `${name === 'guide' ? '/guide' : `/guide/${name}`}${anchor}`;
}
