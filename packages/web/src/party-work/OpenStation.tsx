import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import { StationFields, type StationValues } from './StationFields.tsx';

const OPEN_GUIDANCE_STATION = graphql(`
  mutation OpenGuidanceStation($input: OpenGuidanceStationInput!) {
    openGuidanceStation(input: $input) { station { id } }
  }
`);

/** Opens a guidance station. */
export function OpenStation({ town, onClose }: { town: string; onClose: () => void }) {
  const { t } = useTranslation('partyWork');
  const open = useChange(OPEN_GUIDANCE_STATION);
  return (
    <FormModal<StationValues>
      title={t('openTitle')}
      submitLabel={t('open')}
      initialValues={{ from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async (values) => {
        await open({ town, ...values });
        return t('opened', { name: values.name });
      }}
    >
      <StationFields town={town} />
      <DayField name="from" label={t('openedOn')} />
    </FormModal>
  );
}
