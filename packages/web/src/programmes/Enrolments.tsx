import { skipToken, useQuery } from '@apollo/client/react';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { householdPath } from '../households/household.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { MoveEnrolment, WithdrawEnrolment } from './EnrolmentForms.tsx';
import { ENROLMENTS, ENROLMENTS_FOR, type Enrolment, type Programme } from './programme.ts';

const colours = { ENROLLED: 'green', WAITING: 'gold', WITHDRAWN: 'default' } as const;

/** Who takes part in a programme or waits, in the order in which they came. */
export function Enrolments({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  const purpose = usePurpose();
  const variables = { id: programme.id, filter: {}, after: null };
  const full = useQuery(ENROLMENTS_FOR, purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(ENROLMENTS, purpose ? skipToken : { variables, ...unkept });
  const panel = { title: t('enrolments'), none: t('noEnrolments') };
  const line = (enrolment: Enrolment) => <Line key={enrolment.id} programme={programme} enrolment={enrolment} />;
  return purpose ? (
    <ListPanel {...panel} query={full} list={({ programme }) => programme?.enrolments}>
      {line}
    </ListPanel>
  ) : (
    <ListPanel {...panel} query={masked} list={({ programme }) => programme?.enrolments}>
      {line}
    </ListPanel>
  );
}

/** One who takes part: who they are, to which day they come, and what their enrolment is. */
function Line({ programme, enrolment }: { programme: Programme; enrolment: Enrolment }) {
  const { t } = useTranslation(['programmes', 'households']);
  const [doing, setDoing] = useState<'move' | 'withdraw' | null>(null);
  const { number, state, enrolledOn, withdrawnBecause, attended, session, household, resident } = enrolment;
  const Doing = doing === 'move' ? MoveEnrolment : WithdrawEnrolment;
  const isLive = state !== 'WITHDRAWN' && ['OPEN', 'CLOSED'].includes(programme.state);
  return (
    <article className="record-line">
      <div>
        <strong>{resident?.name ?? household?.label ?? household?.code ?? t('somebody')}</strong>{' '}
        <span className="code">{number}</span>
        <div className="hint">
          {session ? `${session.heldOn} ${session.time ?? ''}` : t('enrolledOn', { day: enrolledOn })}
        </div>
      </div>
      <div>
        {household && <Link to={householdPath(household.id)}>{household.code ?? t('households:noCode')}</Link>}
        {attended > 0 && <div>{t('attendedTimes', { n: attended })}</div>}
        {withdrawnBecause !== null && <div className="hint">{withdrawnBecause}</div>}
      </div>
      <div className="tags">
        <Tag color={colours[state]}>{t(`enrolmentStates.${state}`)}</Tag>
        {isLive && household && can(household, 'ENROLMENT_KEEP') && (
          <>
            {programme.oneSession && (
              <Button size="small" onClick={() => setDoing('move')}>
                {t('move')}
              </Button>
            )}
            <Button size="small" onClick={() => setDoing('withdraw')}>
              {t('withdraw')}
            </Button>
          </>
        )}
      </div>
      {doing && <Doing programme={programme} enrolment={enrolment} onClose={() => setDoing(null)} />}
    </article>
  );
}
