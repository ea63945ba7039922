import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { Station } from './party-work.ts';

const CLOSE_GUIDANCE_STATION = graphql(`
  mutation CloseGuidanceStation($input: CloseGuidanceStationInput!) {
    closeGuidanceStation(input: $input) { station { id validTo } }
  }
`);

/** Closes a guidance station on a day, after asking. */
export function CloseStation({ station, onClose }: { station: Station; onClose: () => void }) {
  const { t } = useTranslation('partyWork');
  const close = useChange(CLOSE_GUIDANCE_STATION);
  return (
    <FormModal<{ on: string }>
      title={t('closeTitle', { name: station.name })}
      lead={t('closeLead')}
      submitLabel={t('close')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await close({ station: station.id, on });
        return t('closed');
      }}
    >
      <DayField name="on" label={t('closeOn')} />
    </FormModal>
  );
}
