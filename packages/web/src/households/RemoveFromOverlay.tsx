import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { Household, Place } from './household.ts';

const REMOVE_FROM_OVERLAY = graphql(`
  mutation RemoveFromOverlay($input: RemoveFromOverlayInput!) {
    removeFromOverlay(input: $input) { household { id version } }
  }
`);

interface Props {
  household: Household;
  /** Its places in overlays today, at least one. */
  places: readonly Place[];
  onClose: () => void;
}

/** Takes a household out of an overlay, after asking. */
export function RemoveFromOverlay({ household, places, onClose }: Props) {
  const { t } = useTranslation('households');
  const remove = useChange(REMOVE_FROM_OVERLAY);
  const options = places.flatMap(({ block: { name, overlay } }) =>
    overlay ? [{ value: overlay.id, label: `${overlay.name} · ${name}` }] : [],
  );
  return (
    <FormModal<{ overlay: string; on: string }>
      title={t('removeTitle', { code: household.code ?? t('noCode') })}
      submitLabel={t('remove')}
      danger
      initialValues={{ ...(options[0] ? { overlay: options[0].value } : {}), on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ overlay, on }) => {
        await remove({ household: household.id, overlay, on });
        return t('removed', { code: household.code ?? t('noCode') });
      }}
    >
      <Form.Item name="overlay" label={t('overlay')}>
        <Select options={options} />
      </Form.Item>
      <DayField name="on" label={t('removeOn')} />
    </FormModal>
  );
}
