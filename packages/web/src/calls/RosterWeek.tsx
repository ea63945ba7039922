import { Grid } from 'antd';
import { type CSSProperties, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInShanghai } from '../ui/day.ts';
import { CancelDuty } from './CancelDuty.tsx';
import { type Duty, type Hotline, hoursOf, inLanes, onDay, type Roster, weekdayText, weekOf } from './roster.ts';

interface Props {
  roster: Roster;
  hotline: Hotline;
  monday: string;
  /** Whether whoever looks keeps the roster: a duty is a button then, with which it is taken back. */
  keeps: boolean;
}

/** Hours that the grid names. */
const marks = [0, 4, 8, 12, 16, 20];

/** A week of a roster: a row a day with its hours from left to right; on a narrow screen a list, day by day. */
export function RosterWeek({ roster, hotline, monday, keeps }: Props) {
  const { t, i18n } = useTranslation('calls');
  const { md: wide = true } = Grid.useBreakpoint();
  const [cancelling, setCancelling] = useState<Duty | null>(null);
  const days = weekOf(monday);
  const clashing = new Set(roster.doubleBookings.flatMap(({ duties }) => duties.map(({ id }) => id)));
  const several = hotline.telephones.length > 1;
  const name = (duty: Duty) => [duty.person?.name, several && duty.telephone].filter(Boolean).join(' ');
  const show = (duty: Duty, from: number, to: number) => {
    const text = wide ? name(duty) : `${hoursOf(from, to)} ${name(duty)}`;
    const marked = clashing.has(duty.id) ? 'duty clashing' : 'duty';
    if (!keeps) return <span className={marked}>{text}</span>;
    return (
      <button
        type="button"
        className={marked}
        title={`${hoursOf(from, to)} ${name(duty)}`}
        onClick={() => setCancelling(duty)}
      >
        {text}
      </button>
    );
  };
  return (
    <div className={wide ? 'roster' : 'roster narrow'}>
      {wide && (
        <div className="roster-head" aria-hidden="true">
          {marks.map((hour) => (
            <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
              {String(hour).padStart(2, '0')}
            </span>
          ))}
        </div>
      )}
      {days.map((day) => {
        const { lanes, placed } = inLanes(onDay(roster.duties, day));
        const gaps = onDay(roster.gaps, day);
        return (
          <section key={day} className={day === dayInShanghai() ? 'roster-day today' : 'roster-day'}>
            <h3>
              {weekdayText(day, i18n.language)} <span className="hint">{day.slice(5)}</span>
            </h3>
            <ol className="plain" style={{ '--lanes': lanes } as CSSProperties}>
              {placed.map(({ of, from, to, lane }) => (
                <li key={of.id} style={{ '--from': from, '--to': to, '--lane': lane } as CSSProperties}>
                  {show(of, from, to)}
                </li>
              ))}
              {gaps.map(({ of, from, to }) => (
                <li key={of.from} className="gap" style={{ '--from': from, '--to': to } as CSSProperties}>
                  {wide ? <span title={hoursOf(from, to)}>{t('gap')}</span> : `${hoursOf(from, to)} ${t('gap')}`}
                </li>
              ))}
            </ol>
          </section>
        );
      })}
      {cancelling && <CancelDuty duty={cancelling} onClose={() => setCancelling(null)} />}
    </div>
  );
}
