import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { Written } from '../ui/Written.tsx';
import type { Enrolment, Programme } from './programme.ts';
import { SessionSelect } from './SessionSelect.tsx';

const ENROL = graphql(`
  mutation EnrolInProgramme($input: EnrolInProgrammeInput!) {
    enrolInProgramme(input: $input) { enrolments { id state } }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawEnrolment($input: WithdrawEnrolmentInput!) {
    withdrawEnrolment(input: $input) { movedUp enrolment { id version } }
  }
`);
const MOVE = graphql(`
  mutation MoveEnrolment($input: MoveEnrolmentInput!) {
    moveEnrolment(input: $input) { movedUp enrolment { id version } }
  }
`);

interface EnrolProps {
  programme: Programme;
  /** Residents or households by their ids. */
  takers: readonly string[];
  onDone: () => void;
  onClose: () => void;
}

/** Enrols those who are picked, all of them or none. */
export function Enrol({ programme, takers, onDone, onClose }: EnrolProps) {
  const { t } = useTranslation('programmes');
  const enrol = useChange(ENROL);
  return (
    <FormModal<{ session?: string }>
      title={t('enrol')}
      lead={t('enrolLead', { n: takers.length, name: programme.name })}
      submitLabel={t('enrol')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ session }) => {
        const asked = { programme: programme.id, takers: [...takers], ...(session === undefined ? {} : { session }) };
        const { enrolments } = (await enrol(asked)).enrolInProgramme;
        onDone();
        const waiting = enrolments.filter(({ state }) => state === 'WAITING').length;
        const placed = enrolments.length - waiting;
        return waiting === 0 ? t('enrolDone', { n: placed }) : t('enrolWait', { n: placed, waiting });
      }}
    >
      {programme.oneSession && <SessionSelect programme={programme} />}
    </FormModal>
  );
}

interface OfEnrolment {
  programme: Programme;
  enrolment: Enrolment;
  onClose: () => void;
}

/** Takes an enrolment back; whoever waits next gets the place. */
export function WithdrawEnrolment({ enrolment: { id, version }, onClose }: OfEnrolment) {
  const { t } = useTranslation(['programmes', 'ui']);
  const withdraw = useChange(WITHDRAW);
  return (
    <FormModal<{ reason: string }>
      title={t('withdraw')}
      lead={t('withdrawLead')}
      submitLabel={t('withdraw')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        const { movedUp } = (await withdraw({ enrolment: id, expectedVersion: version, reason })).withdrawEnrolment;
        return movedUp > 0 ? t('movedUp', { n: movedUp }) : t('ui:saved');
      }}
    >
      <Written name="reason" label={t('reason')} />
    </FormModal>
  );
}

/** Moves an enrolment to another day that has a place. */
export function MoveEnrolment({ programme, enrolment: { id, version }, onClose }: OfEnrolment) {
  const { t } = useTranslation(['programmes', 'ui']);
  const move = useChange(MOVE);
  return (
    <FormModal<{ session: string }>
      title={t('move')}
      submitLabel={t('move')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ session }) => {
        const { movedUp } = (await move({ enrolment: id, expectedVersion: version, session })).moveEnrolment;
        return movedUp > 0 ? t('movedUp', { n: movedUp }) : t('ui:saved');
      }}
    >
      <SessionSelect programme={programme} />
    </FormModal>
  );
}
