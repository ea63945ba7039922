import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { most } from '../ui/limits.ts';
import { DayField } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { daysEvery, type Programme, type Session } from './programme.ts';
import { StepForm, type StepProps } from './StepForm.tsx';

const SCHEDULE = graphql(`
  mutation ScheduleProgrammeSessions($input: ScheduleProgrammeSessionsInput!) {
    scheduleProgrammeSessions(input: $input) { programme { id version } }
  }
`);
const RESCHEDULE = graphql(`
  mutation RescheduleProgrammeSession($input: RescheduleProgrammeSessionInput!) {
    rescheduleProgrammeSession(input: $input) { programme { id version } }
  }
`);
const CALL_OFF = graphql(`
  mutation CallOffProgrammeSession($input: CallOffProgrammeSessionInput!) {
    callOffProgrammeSession(input: $input) { programme { id version } }
  }
`);

/** How many characters tell when on a day a session is, as the platform takes them. */
const longestTime = 30;
/** How often sessions recur, in days; once where the first day is the last. */
const intervals = { daily: 1, weekly: 7, fortnightly: 14 } as const;
type Interval = keyof typeof intervals;

interface Said {
  time?: string;
  place?: string;
  places?: number | null;
}

interface SessionProps extends StepProps {
  session: Session;
}

/** Sets days for a programme: one, or several, each so many days after the one before. */
export function ScheduleSessions(props: StepProps) {
  const { t } = useTranslation('programmes');
  const schedule = useChange(SCHEDULE);
  const { firstDay } = props.programme;
  return (
    <StepForm<Said & { from: string; to: string; apart: Interval }>
      {...props}
      step="SCHEDULE"
      initialValues={{ from: firstDay, to: firstDay, apart: 'weekly' }}
      take={({ from, to, apart, ...said }, common) =>
        schedule({ ...common, ...written(said), days: daysEvery(from, to, intervals[apart]) })
      }
    >
      <DayField name="from" label={t('sessionFrom')} />
      <DayField name="to" label={t('sessionTo')} />
      <Form.Item name="apart" label={t('apart')}>
        <Select
          options={(['daily', 'weekly', 'fortnightly'] as const).map((value) => ({
            value,
            label: t(`aparts.${value}`),
          }))}
        />
      </Form.Item>
      <SessionFields programme={props.programme} />
    </StepForm>
  );
}

/** Says anew what a session is. */
export function RescheduleSession({ session, ...props }: SessionProps) {
  const { t } = useTranslation('programmes');
  const reschedule = useChange(RESCHEDULE);
  const { id, heldOn, time, place, places } = session;
  return (
    <StepForm<Said & { heldOn: string }>
      {...props}
      step="RESCHEDULE"
      initialValues={{ heldOn, places, ...(time === null ? {} : { time }), ...(place === null ? {} : { place }) }}
      take={({ heldOn: day, ...said }, common) => reschedule({ ...common, ...written(said), session: id, heldOn: day })}
    >
      <DayField name="heldOn" label={t('heldOn')} />
      <SessionFields programme={props.programme} />
    </StepForm>
  );
}

/** Calls a session off. */
export function CallOffSession({ session, ...props }: SessionProps) {
  const { t } = useTranslation('programmes');
  const callOff = useChange(CALL_OFF);
  return (
    <StepForm<{ reason: string }>
      {...props}
      step="CALL_OFF"
      lead={t(props.programme.oneSession ? 'callOffLead' : 'callOffAllLead', { day: session.heldOn })}
      take={({ reason }, common) => callOff({ ...common, session: session.id, reason })}
    >
      <Written name="reason" label={t('reason')} />
    </StepForm>
  );
}

function SessionFields({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  return (
    <>
      <Form.Item name="time" label={t('time')}>
        <Input maxLength={longestTime} placeholder={t('timeHint')} />
      </Form.Item>
      <Form.Item name="place" label={t('place')}>
        <Input maxLength={most.name} />
      </Form.Item>
      {programme.oneSession && (
        <Form.Item name="places" label={t('placesOfSession')}>
          <InputNumber min={1} max={100_000} precision={0} placeholder={t('anyNumber')} />
        </Form.Item>
      )}
    </>
  );
}

/** What is said of a session, without what is blank. */
function written({ time, place, places }: Said): Said {
  return {
    ...(time?.trim() ? { time } : {}),
    ...(place?.trim() ? { place } : {}),
    ...(places == null ? {} : { places }),
  };
}
