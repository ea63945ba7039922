/** What has a name, as a field offers it. */
export function optionsOf(named: readonly { id: string; name: string }[] = []): { value: string; label: string }[] {
  return named.map(({ id, name }) => ({ value: id, label: name }));
}
