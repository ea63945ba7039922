/** How many of something a file holds or makes, in a list of such numbers. */
export function Amount({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={value === 0 ? 'count zero' : 'count'}>{value}</dd>
    </div>
  );
}
