import { App, Button, Checkbox, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { useFailureText } from '../ui/failure.ts';
import { Panel } from '../ui/Panel.tsx';
import { withOne } from '../ui/withOne.ts';
import { UndoAttendance } from './ActivityForms.tsx';
import { type Activity, volunteerPath } from './volunteer.ts';

const CONFIRM = graphql(`
  mutation ConfirmVolunteerAttendance($input: ConfirmVolunteerAttendanceInput!) {
    confirmVolunteerAttendance(input: $input) { activity { id } }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawVolunteerSignUps($input: WithdrawVolunteerSignUpsInput!) {
    withdrawVolunteerSignUps(input: $input) { activity { id } }
  }
`);

const colours = { SIGNED_UP: 'gold', CONFIRMED: 'green', WITHDRAWN: 'default' } as const;

/** Who signed up for an activity, and the way to confirm of many at once that they came, and to take that back. */
export function SignUps({ activity }: { activity: Activity }) {
  const { t } = useTranslation('volunteers');
  const { message } = App.useApp();
  const textOf = useFailureText();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [undoing, setUndoing] = useState(false);
  const [confirm, withdraw] = [useChange(CONFIRM), useChange(WITHDRAW)];
  const { signUps } = activity;
  const keeps = can(activity, 'VOLUNTEER_KEEP') && activity.calledOffAt === null;
  const held = activity.heldOn <= dayInShanghai();
  const among = (state: 'SIGNED_UP' | 'CONFIRMED') =>
    signUps.filter((each) => picked.has(each.id) && each.state === state).map(({ id }) => id);
  const [toCome, came] = [among('SIGNED_UP'), among('CONFIRMED')];
  const put = async (work: () => Promise<unknown>) => {
    // What is read again afterwards is picked no more; where it is refused, who was picked stays picked.
    setPicked(new Set());
    try {
      await work();
    } catch (error) {
      setPicked(picked);
      void message.error(textOf(error));
    }
  };
  const pickable = signUps.filter(({ state }) => state === 'SIGNED_UP').map(({ id }) => id);
  const extra = keeps && (
    <span className="actions">
      <Button size="small" disabled={pickable.length === 0} onClick={() => setPicked(new Set(pickable))}>
        {t('pickAll')}
      </Button>
      <Button
        size="small"
        type="primary"
        disabled={!held || toCome.length === 0}
        onClick={() => void put(() => confirm({ activity: activity.id, signUps: toCome }))}
      >
        {t('confirm', { n: toCome.length })}
      </Button>
      <Button
        size="small"
        disabled={toCome.length === 0}
        onClick={() => void put(() => withdraw({ activity: activity.id, signUps: toCome }))}
      >
        {t('withdraw')}
      </Button>
      <Button size="small" danger disabled={came.length === 0} onClick={() => setUndoing(true)}>
        {t('undo')}
      </Button>
    </span>
  );
  return (
    <Panel title={`${t('signUps')} ${signUps.length}`} extra={extra} flush>
      {signUps.length === 0 && <p className="hint padded">{t('noSignUps')}</p>}
      {signUps.map(({ id, name, state, points, volunteer }) => (
        <article key={id} className="record-line">
          <div>
            {keeps && state !== 'WITHDRAWN' && (
              <Checkbox
                checked={picked.has(id)}
                aria-label={t('pick', { name })}
                onChange={({ target }) => setPicked(withOne(picked, id, target.checked))}
              />
            )}{' '}
            {volunteer ? <Link to={volunteerPath(volunteer.id)}>{name}</Link> : <strong>{name}</strong>}
          </div>
          <div>{points !== null && t('points', { n: points })}</div>
          <div className="tags">
            <Tag color={colours[state]}>{t(`signUpStates.${state}`)}</Tag>
          </div>
        </article>
      ))}
      {undoing && (
        <UndoAttendance
          activity={activity}
          signUps={came}
          onClose={() => {
            setUndoing(false);
            setPicked(new Set());
          }}
        />
      )}
    </Panel>
  );
}
