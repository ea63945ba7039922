import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { ReliefPayWay } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { FundSelect } from '../relief-funds/FundSelect.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { grouped } from '../ui/money.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { Note } from './DecideRelief.tsx';
import { Way } from './PayRelief.tsx';
import type { NextStep } from './relief.ts';

const ENDORSE = graphql(`
  mutation EndorseReliefTogether($input: EndorseReliefTogetherInput!) {
    endorseReliefTogether(input: $input) { reliefApplications { id } }
  }
`);

const APPROVE = graphql(`
  mutation ApproveReliefTogether($input: ApproveReliefTogetherInput!) {
    approveReliefTogether(input: $input) { reliefApplications { id } }
  }
`);

const PAY = graphql(`
  mutation PayReliefTogether($input: PayReliefTogetherInput!) {
    payReliefTogether(input: $input) { reliefApplications { id } }
  }
`);

interface Props {
  town: string;
  step: NextStep;
  /** The applications by their ids. */
  applications: readonly string[];
  /** What they come to, which the platform checks again. */
  total: string;
  onDone: () => void;
  onClose: () => void;
}

interface Values {
  on: string;
  note?: string;
  fund: string;
  way: ReliefPayWay;
}

/** Takes a step with many applications at once: with all of them, or with none. */
export function TakeTogether({ town, step, applications, total, onDone, onClose }: Props) {
  const { t } = useTranslation(['relief', 'ui']);
  const [endorse, approve, pay] = [useChange(ENDORSE), useChange(APPROVE), useChange(PAY)];
  const take = ({ on, note, fund, way }: Values) => {
    const common = { reliefApplications: [...applications], on };
    const noted = { ...common, ...(note?.trim() ? { note } : {}) };
    if (step === 'ENDORSE') return endorse(noted);
    return step === 'APPROVE' ? approve({ ...noted, fund, total }) : pay({ ...common, way, total });
  };
  return (
    <FormModal<Values>
      title={t(`together.${step}`)}
      lead={t('together.lead', { n: applications.length, amount: grouped(total) })}
      submitLabel={t(`together.${step}`)}
      initialValues={{ way: 'BANK_CARD' }}
      onClose={onClose}
      onSubmit={async (values) => {
        await take(values);
        onDone();
        return t('ui:stepDone', { step: t(`together.${step}`) });
      }}
    >
      {step === 'APPROVE' && (
        <Required chosen name="fund" label={t('fund')}>
          <FundSelect town={town} />
        </Required>
      )}
      {step === 'PAY' ? <Way /> : <Note />}
      <DayField name="on" label={t('ui:on')} initial={dayInShanghai()} />
    </FormModal>
  );
}
