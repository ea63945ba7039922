import { describe, expect, it } from 'vitest';
import { outcomeOf } from './finding-input.ts';
import { daysWithin, findingsOf, momentsOf, patrolsOf, readChoice } from './patrol.ts';

describe('the page of patrols', () => {
  it('shows what its address says, and all where it says nothing or something wrong', () => {
    const asked = readChoice(
      new URLSearchParams('view=findings&unit=u&from=2026-01-01&kind=PROBLEM&state=OPEN&withdrawn=1'),
    );
    expect(asked).toMatchObject({ view: 'findings', withdrawn: true, by: 'PERSON' });
    expect(findingsOf(asked)).toEqual({
      ...{ unit: 'u', madeIn: null, route: null, person: null, kind: ['PROBLEM'], state: ['OPEN'] },
      period: { first: '2026-01-01', last: '2999-12-31' },
    });
    const wrong = readChoice(new URLSearchParams('view=x&from=2026-02-30&kind=Y&by=WEEK'));
    expect(wrong).toMatchObject({ view: 'patrols', from: null, kind: null, by: 'PERSON', withdrawn: false });
    expect(patrolsOf(wrong)).toEqual({ unit: null, madeIn: null, route: null, person: null, period: null });
  });

  it('opens a month from its first to its last day, as far as the period that is chosen holds them', () => {
    const all = { from: null, to: null };
    expect(daysWithin('2024-02', all)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(daysWithin('2026-12', all)).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    const period = { from: '2026-12-15', to: '2027-01-10' };
    expect(daysWithin('2026-12', period)).toEqual({ from: '2026-12-15', to: '2026-12-31' });
    expect(daysWithin('2027-01', period)).toEqual({ from: '2027-01-01', to: '2027-01-10' });
  });
});

describe('the form of a patrol', () => {
  it('says in Shanghai’s time when it began and ended; what ends before it began ends the day after', () => {
    expect(momentsOf('2026-02-28', '22:30', '00:15')).toEqual({
      ...{ beganAt: '2026-02-28T22:30:00+08:00', endedAt: '2026-03-01T00:15:00+08:00' },
    });
    expect(momentsOf('2026-03-01', '09:00', undefined)).toEqual({
      beganAt: '2026-03-01T09:00:00+08:00',
      endedAt: null,
    });
    expect(momentsOf('2026-03-01', undefined, undefined)).toEqual({ beganAt: null, endedAt: null });
  });

  it('says of what was found only what became of it as chosen', () => {
    const written = {
      ...{ kind: 'PROBLEM' as const, text: '积水', actedOn: '排水', notAdopted: '不', request: { subject: 's' } },
      passedOn: { party: 'p', note: ' ' },
    };
    expect(outcomeOf({ ...written, became: 'OPEN' })).toEqual({});
    expect(outcomeOf({ ...written, became: 'ACTED_ON' })).toEqual({ actedOn: '排水' });
    expect(outcomeOf({ ...written, became: 'REQUESTED' })).toEqual({ request: { subject: 's' } });
    expect(outcomeOf({ ...written, became: 'PASSED_ON' })).toEqual({ passedOn: { party: 'p' } });
    expect(outcomeOf({ ...written, became: 'NOT_ADOPTED' })).toEqual({ notAdopted: '不' });
  });
});
