/** The page that a sign-in started from. Only a path of this site is believed. */
export function returnAddress(value: unknown): string {
  const wanted = typeof value === 'object' && value !== null && 'returnTo' in value ? value.returnTo : null;
  return typeof wanted === 'string' && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}
