import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { HouseholdPicker } from './HouseholdPicker.tsx';
import type { Home } from './resident.ts';

const JOIN_HOUSEHOLDS = graphql(`
  mutation JoinHouseholds($input: JoinHouseholdsInput!) { joinHouseholds(input: $input) { household { id } } }
`);

/** Takes all of another household into this one, whereupon the other ends. */
export function JoinHouseholds({ household, town, onClose }: { household: Home; town: string; onClose: () => void }) {
  const { t } = useTranslation(['residents', 'households']);
  const join = useChange(JOIN_HOUSEHOLDS);
  const code = household.code ?? t('households:noCode');
  return (
    <FormModal<{ joining: string; from: string }>
      title={t('joinTitle', { code })}
      lead={t('joinLead')}
      submitLabel={t('join')}
      danger
      initialValues={{ from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ joining, from }) => {
        await join({ household: household.id, joining, from });
        return t('joined', { code });
      }}
    >
      <Required chosen name="joining" label={t('joining')}>
        <HouseholdPicker town={town} except={household.id} />
      </Required>
      <DayField name="from" />
    </FormModal>
  );
}
