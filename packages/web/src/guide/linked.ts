/**
 * A page of docs/ as the web shows it: without its head, which the page has already, with links to other pages that lead to where the web has
 * them, without those to files, and with this platform's address in its examples.
 */
export function linked(html: string, origin: string): string {
  return html
    .replace(/^\s*<h1>.*?<\/h1>/s, '')
    .replaceAll('http://localhost:4000', origin)
    .replace(/<a href="(errors|limits)\.md">/g, '<a href="/guide/$1">')
    .replace(/<a href="(?!\/|https?:|#)[^"]*">(.*?)<\/a>/gs, '$1')
    .replaceAll('<pre>', '<pre tabindex="0">');
}
