import { useTranslation } from 'react-i18next';
import { can, useSelf } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { type Household, placesOn } from '../households/household.ts';
import { useRegister } from '../people/useRegister.ts';
import { useAddPhotos } from '../photos/photo.ts';
import { useSubjects } from '../requests/handling.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { type AskedRequest, AskedRequests } from './AskedRequests.tsx';
import { VisitFields } from './VisitFields.tsx';
import { VisitorPicker } from './VisitorPicker.tsx';
import type { VisitValues } from './visit.ts';

const RECORD_VISIT = graphql(`
  mutation RecordVisit($input: RecordVisitInput!) {
    recordVisit(input: $input) { visit { id block { id name } } }
  }
`);

/** Records a visit to a household, and raises what is to be handled of what was asked for at it. */
export function RecordVisit({ household, town, onClose }: { household: Household; town: string; onClose: () => void }) {
  const { t } = useTranslation(['visits', 'households']);
  const record = useChange(RECORD_VISIT);
  const register = useRegister(town);
  const addPhotos = useAddPhotos(town);
  const self = useSelf(town);
  const subjects = useSubjects(town);
  const block = placesOn(household.places, dayInShanghai()).find((place) => place.block.overlay === null)?.block.id;
  return (
    <FormModal<VisitValues & { requests?: AskedRequest[] }>
      title={t('recordTitle', { code: household.code ?? t('households:noCode') })}
      submitLabel={t('record')}
      initialValues={{ visitedOn: dayInShanghai(), way: 'AT_HOME', visitors: self ? [self.id] : [] }}
      onClose={onClose}
      onSubmit={async ({ visitors: named, outcome = null, requests: asked = [], ...values }) => {
        const visitors = await register.people(named);
        const requests = [];
        for (const { photos = [], ...each } of asked) requests.push({ ...each, photos: await addPhotos(photos) });
        const input = { household: household.id, ...values, visitors, outcome, requests };
        const { recordVisit } = await record(input);
        return t('recorded', { block: recordVisit.visit.block.name });
      }}
    >
      <VisitFields
        picker={<VisitorPicker place={{ town, block, viewerCan: household.viewerCan }} known={self ? [self] : []} />}
      />
      {can(household, 'REQUEST_RAISE') && <AskedRequests subjects={subjects} />}
    </FormModal>
  );
}
