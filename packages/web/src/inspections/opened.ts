import type { Choice } from './inspection.ts';

/** What a sum is of, where it is grouped. */
interface Group {
  squad?: { id: string } | null;
  place?: { id: string } | null;
  unit?: { id: string } | null;
  kind?: string | null;
  month?: string | null;
}

/** The address of the records that a sum counts: rounds, findings, or the places that nobody checked. */
export function openedBy(choice: Choice, group: Group, view: 'rounds' | 'findings' | 'places'): string {
  const { period } = choice;
  const days = group.month == null ? { from: period.first, to: period.last } : daysWithin(group.month, period);
  const narrowed = {
    squad: group.squad?.id ?? choice.squad,
    place: group.place?.id ?? choice.place,
    unit: group.unit?.id ?? choice.unit,
    kind: group.kind ?? choice.kind,
  };
  const params = new URLSearchParams({ view, ...days, ...(view === 'places' && { places: 'unchecked' }) });
  for (const [name, value] of Object.entries(narrowed)) if (value !== null) params.set(name, value);
  return `?${params}`;
}

/** The first and the last day of a month such as 2026-02, as far as they lie within a period. */
function daysWithin(month: string, { first, last }: Choice['period']): { from: string; to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const [from, to] = [`${month}-01`, `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`];
  return { from: from > first ? from : first, to: to < last ? to : last };
}
