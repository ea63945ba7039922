import { skipToken, useQuery } from '@apollo/client/react';
import { Button, Checkbox, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { useChange } from '../change.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { most } from '../ui/limits.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { attendanceStates, type Expected, RECORD_ATTENDANCE, SIGN_IN, SIGN_IN_FOR } from './attendance.ts';
import type { Programme, Session } from './programme.ts';

interface Props {
  programme: Programme;
  session: Session;
}

/**
 * Who is still to sign in to a session, or the stops that a delivery has left, and the way to put down who came; and who came or did not, to
 * put right what was put down wrongly.
 */
export function SignIn({ programme, session }: Props) {
  const { t } = useTranslation('programmes');
  const purpose = usePurpose();
  const record = useChange(RECORD_ATTENDANCE);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [given, setGiven] = useState('');
  const [unit, setUnit] = useState<string | null>(null);
  const [is, setIs] = useState<(typeof attendanceStates)[number]>('UNRECORDED');
  const filter = { unit, attendance: { session: session.id, is } };
  const variables = { id: programme.id, filter, after: null };
  const full = useQuery(SIGN_IN_FOR, purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(SIGN_IN, purpose ? skipToken : { variables, ...unkept });

  async function put(attended: boolean) {
    const written = attended && given.trim() !== '' ? { given } : {};
    await record({
      session: session.id,
      attendances: [...picked].map((enrolment) => ({ enrolment, attended, ...written })),
    });
    setPicked(new Set());
    await (purpose ? full : masked).refetch();
  }

  const panel = {
    title: t('signIn', { day: session.heldOn }),
    none: t(is === 'UNRECORDED' ? 'allSignedIn' : 'nobodyIn'),
    extra: (
      <span className="actions">
        <Segmented
          size="small"
          value={is}
          options={attendanceStates.map((value) => ({ value, label: t(`attendanceStates.${value}`) }))}
          onChange={(chosen) => {
            setIs(chosen);
            setPicked(new Set());
          }}
        />
        <TreeFilter
          town={programme.town.code}
          all={t('units')}
          value={unit}
          onChange={(chosen) => setUnit(chosen ?? null)}
        />
        <Input
          size="small"
          aria-label={t('given')}
          placeholder={t('given')}
          maxLength={most.name}
          value={given}
          onChange={({ target }) => setGiven(target.value)}
        />
        <Button type="primary" size="small" disabled={picked.size === 0} onClick={() => void put(true)}>
          {t('came')}
        </Button>
        {is !== 'ABSENT' && (
          <Button size="small" disabled={picked.size === 0} onClick={() => void put(false)}>
            {t('didNotCome')}
          </Button>
        )}
      </span>
    ),
  };
  const line = (expected: Expected) => (
    <Line
      key={expected.id}
      expected={expected}
      session={session.id}
      picked={picked.has(expected.id)}
      onPick={(isChosen) => {
        const chosen = new Set(picked);
        if (isChosen) chosen.add(expected.id);
        else chosen.delete(expected.id);
        setPicked(chosen);
      }}
    />
  );
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

interface LineProps {
  expected: Expected;
  session: string;
  picked: boolean;
  onPick: (isChosen: boolean) => void;
}

/** One who is expected or of whom it is recorded, with where they live and what they were given. */
function Line({ expected: { number, household, resident, attendances }, session, picked, onPick }: LineProps) {
  const { t } = useTranslation('programmes');
  const name = resident?.name ?? household?.label ?? household?.code ?? t('somebody');
  return (
    <article className="record-line">
      <div>
        {household && can(household, 'ENROLMENT_KEEP') && (
          <Checkbox
            checked={picked}
            aria-label={t('pick', { name })}
            onChange={({ target }) => onPick(target.checked)}
          />
        )}{' '}
        <strong>{name}</strong> <span className="code">{number}</span>
      </div>
      <div>{attendances?.find((each) => each.session.id === session)?.given}</div>
      <div className="hint">{household?.address ?? household?.code}</div>
    </article>
  );
}
