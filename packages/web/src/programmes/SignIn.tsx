import { skipToken, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { useChange } from '../change.ts';
import { attendanceStates, type Expected, RECORD_ATTENDANCE, SIGN_IN, SIGN_IN_FOR } from './attendance.ts';
import { PickPeople } from './PickPeople.tsx';
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
  const [unit, setUnit] = useState<string | null>(null);
  const [is, setIs] = useState<(typeof attendanceStates)[number]>('UNRECORDED');
  const filter = { unit, attendance: { session: session.id, is } };
  const variables = { id: programme.id, filter, after: null };
  const full = useQuery(SIGN_IN_FOR, purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(SIGN_IN, purpose ? skipToken : { variables, ...unkept });

  function put(picked: readonly string[], attended: boolean, given: string) {
    const written = attended && given !== '' ? { given } : {};
    const attendances = picked.map((enrolment) => ({ enrolment, attended, ...written }));
    return record({ session: session.id, attendances });
  }

  const came = {
    label: t('came'),
    isMain: true,
    put: (those: readonly string[], given: string) => put(those, true, given),
  };
  const didNot = { label: t('didNotCome'), isMain: false, put: (those: readonly string[]) => put(those, false, '') };
  const common = {
    ...{ programme, unit, state: is },
    title: t('signIn', { day: session.heldOn }),
    none: t(is === 'UNRECORDED' ? 'allSignedIn' : 'nobodyIn'),
    states: attendanceStates.map((value) => ({ value, label: t(`attendanceStates.${value}`) })),
    note: { label: t('given'), stays: true },
    acts: is === 'ABSENT' ? [came] : [came, didNot],
    onState: setIs,
    onUnit: setUnit,
    mayPick: ({ household }: Expected) => can(household, 'ENROLMENT_KEEP'),
    about: ({ attendances }: Expected) => attendances?.find((each) => each.session.id === session.id)?.given,
  };
  return purpose ? (
    <PickPeople {...common} query={full} list={({ programme }) => programme?.enrolments} />
  ) : (
    <PickPeople {...common} query={masked} list={({ programme }) => programme?.enrolments} />
  );
}
