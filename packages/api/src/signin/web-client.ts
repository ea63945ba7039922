/** The web page's name as an OAuth client. It is public: it proves itself by PKCE and by its address. */
export const webClient = 'lianxin-web';

/** Origins under which the web page may be open: the public one and, on one's own machine, its other name. */
export function originsOf(publicUrl: string): string[] {
  const { hostname, origin, port, protocol } = new URL(publicUrl);
  const loopback = ['localhost', '127.0.0.1'];
  if (!loopback.includes(hostname)) return [origin];
  const others = loopback.filter((name) => name !== hostname);
  return [origin, ...others.map((name) => `${protocol}//${name}${port ? `:${port}` : ''}`)];
}
