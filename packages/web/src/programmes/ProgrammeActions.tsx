import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { ProgrammeStep } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useRegister } from '../people/useRegister.ts';
import { StepActions } from '../ui/StepActions.tsx';
import { Written } from '../ui/Written.tsx';
import { ProgrammeFields, type Said } from './ProgrammeFields.tsx';
import type { Programme } from './programme.ts';
import { ScheduleSessions } from './SessionForms.tsx';
import { endings, StepForm, type StepProps } from './StepForm.tsx';

const REVISE = graphql(`
  mutation ReviseProgramme($input: ReviseProgrammeInput!) {
    reviseProgramme(input: $input) { programme { id version } }
  }
`);
const OPEN = graphql(`
  mutation OpenProgramme($input: OpenProgrammeInput!) {
    openProgramme(input: $input) { programme { id version } }
  }
`);
const CLOSE = graphql(`
  mutation CloseProgramme($input: CloseProgrammeInput!) {
    closeProgramme(input: $input) { programme { id version } }
  }
`);
const FINISH = graphql(`
  mutation FinishProgramme($input: FinishProgrammeInput!) {
    finishProgramme(input: $input) { programme { id version } }
  }
`);
const CANCEL = graphql(`
  mutation CancelProgramme($input: CancelProgrammeInput!) {
    cancelProgramme(input: $input) { programme { id version } }
  }
`);

/** The step that carries a programme on from its state: its button stands out. */
const next: Partial<Record<Programme['state'], ProgrammeStep>> = {
  PLANNED: 'OPEN',
  OPEN: 'CLOSE',
  CLOSED: 'FINISH',
};

// Sessions are changed where they are listed.
const forms = {
  REVISE: Revise,
  SCHEDULE: ScheduleSessions,
  OPEN: Open,
  CLOSE: Close,
  FINISH: Finish,
  CANCEL: Cancel,
};

/** The steps that its viewer may take with a programme now, as buttons. */
export function ProgrammeActions({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  return (
    <StepActions
      steps={programme.actions}
      forms={forms}
      of={{ programme }}
      next={next[programme.state]}
      endings={endings}
      nameOf={(step) => t(`steps.${step}`)}
    />
  );
}

/** Says anew what a programme is. */
function Revise(props: StepProps) {
  const revise = useChange(REVISE);
  const { town, name, about, firstDay, lastDay, ageFrom, ageTo, categories, units, places } = props.programme;
  const { budget, costPerHead, partners } = props.programme;
  const register = useRegister(town.code);
  const ids = (named: readonly { id: string }[] | null) => named?.map(({ id }) => id) ?? [];
  const said = { name, about, firstDay, lastDay, ageFrom, ageTo, places, budget, costPerHead };
  return (
    <StepForm<Said>
      {...props}
      step="REVISE"
      initialValues={{ ...said, categories: ids(categories), units: ids(units), partners: ids(partners) }}
      take={async ({ partners: chosen = [], ...values }, common) =>
        revise({ ...common, ...values, partners: await register.partners(chosen) })
      }
    >
      <ProgrammeFields town={town} takers={props.programme.takers} partners={partners} />
    </StepForm>
  );
}

function Open(props: StepProps) {
  const { t } = useTranslation('programmes');
  const open = useChange(OPEN);
  return <StepForm {...props} step="OPEN" lead={t('openLead')} take={(_, common) => open(common)} />;
}

function Close(props: StepProps) {
  const { t } = useTranslation('programmes');
  const close = useChange(CLOSE);
  return <StepForm {...props} step="CLOSE" lead={t('closeLead')} take={(_, common) => close(common)} />;
}

function Finish(props: StepProps) {
  const { t } = useTranslation('programmes');
  const finish = useChange(FINISH);
  return <StepForm {...props} step="FINISH" lead={t('finishLead')} take={(_, common) => finish(common)} />;
}

function Cancel(props: StepProps) {
  const { t } = useTranslation('programmes');
  const cancel = useChange(CANCEL);
  return (
    <StepForm<{ reason: string }> {...props} step="CANCEL" take={({ reason }, common) => cancel({ ...common, reason })}>
      <Written name="reason" label={t('reason')} />
    </StepForm>
  );
}
