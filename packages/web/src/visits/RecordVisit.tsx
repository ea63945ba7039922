import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { type Household, placesOn } from '../households/household.ts';
import { useRegister } from '../people/useRegister.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { VisitFields } from './VisitFields.tsx';
import { VisitorPicker } from './VisitorPicker.tsx';
import type { VisitValues } from './visit.ts';

const RECORD_VISIT = graphql(`
  mutation RecordVisit($input: RecordVisitInput!) {
    recordVisit(input: $input) { visit { id block { id name } } }
  }
`);

/** Records a visit to a household. */
export function RecordVisit({ household, town, onClose }: { household: Household; town: string; onClose: () => void }) {
  const { t } = useTranslation(['visits', 'households']);
  const record = useChange(RECORD_VISIT);
  const register = useRegister(town);
  const block = placesOn(household.places, dayInShanghai()).find((place) => place.block.overlay === null)?.block.id;
  return (
    <FormModal<VisitValues>
      title={t('recordTitle', { code: household.code ?? t('households:noCode') })}
      submitLabel={t('record')}
      initialValues={{ visitedOn: dayInShanghai(), way: 'AT_HOME', visitors: [] }}
      onClose={onClose}
      onSubmit={async ({ visitors: named, outcome, ...values }) => {
        const visitors = await register.people(named);
        const input = { household: household.id, ...values, visitors, ...(outcome === undefined ? {} : { outcome }) };
        const { recordVisit } = await record(input);
        return t('recorded', { block: recordVisit.visit.block.name });
      }}
    >
      <VisitFields picker={<VisitorPicker place={{ town, block, viewerCan: household.viewerCan }} known={[]} />} />
    </FormModal>
  );
}
