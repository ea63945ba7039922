import type { HotlineRosterQuery, HotlinesQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { daysAfter } from '../ui/day.ts';

export const HOTLINES = graphql(`
  query Hotlines($code: RegisterCode!) {
    town(code: $code) {
      id
      hotlines {
        id
        name
        telephones
        opensAt
        closesAt
        version
        viewerCan
        unit { id name }
        onDuty { id telephone from to person { id name } }
      }
    }
  }
`);

export const HOTLINE_ROSTER = graphql(`
  query HotlineRoster($id: ID!, $from: Date!) {
    hotline(id: $id) {
      id
      roster(from: $from) {
        duties { id telephone from to person { id name } }
        gaps { from to }
        doubleBookings { kind from to duties { id telephone person { id name } } }
      }
    }
  }
`);

export const HOTLINE_REQUESTS = graphql(`
  query HotlineRequests($id: ID!, $first: Int!) {
    hotline(id: $id) {
      id
      requestsToFollowUp(first: $first) {
        totalCount
        nodes { id number state subject { id name } }
      }
    }
  }
`);

export type Hotline = NonNullable<NonNullable<HotlinesQuery['town']>['hotlines']>[number];
export type Roster = NonNullable<HotlineRosterQuery['hotline']>['roster'];
export type Duty = Roster['duties'][number];

const hour = 3_600_000;
/** Shanghai is so many hours ahead of UTC. */
const ahead = 8;

/** The Monday of the week that holds a day. */
export function mondayOf(day: string): string {
  return daysAfter(day, -((new Date(day).getUTCDay() + 6) % 7));
}

/** The seven days of a week that begins on a Monday. */
export function weekOf(monday: string): string[] {
  return Array.from({ length: 7 }, (_, index) => daysAfter(monday, index));
}

/** The moment of an hour of a day in Shanghai, as the contract writes it. */
export function momentOf(day: string, hours: number): string {
  return new Date(Date.parse(day) + (hours - ahead) * hour).toISOString();
}

/** A stretch of hours of one day: `from` and `to` from 0 to 24. */
export interface Stretch<Of> {
  of: Of;
  from: number;
  to: number;
}

/** What of some spans falls on a day, each as a stretch of its hours. */
export function onDay<Of extends { from: string; to: string }>(spans: readonly Of[], day: string): Stretch<Of>[] {
  const begins = Date.parse(momentOf(day, 0));
  const within = (moment: string) => Math.min(24, Math.max(0, (Date.parse(moment) - begins) / hour));
  return spans.map((of) => ({ of, from: within(of.from), to: within(of.to) })).filter(({ from, to }) => from < to);
}

/** Stretches put beside each other: each with the lane in which it overlaps none before it. */
export function inLanes<Of>(stretches: readonly Stretch<Of>[]): {
  lanes: number;
  placed: (Stretch<Of> & { lane: number })[];
} {
  const ends: number[] = [];
  const placed = [...stretches]
    .sort((a, b) => a.from - b.from)
    .map((stretch) => {
      const free = ends.findIndex((end) => end <= stretch.from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = stretch.to;
      return { ...stretch, lane };
    });
  return { lanes: Math.max(1, ends.length), placed };
}

/** An hour of a day as people write it, such as 08:00. */
export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** Hours of a day as people write them, such as 08:00–16:00. */
export function hoursOf(from: number, to: number): string {
  return `${hourText(from)}–${hourText(to)}`;
}

/** The day of the week of a day, such as 周一. */
export function weekdayText(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(day));
}
