import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { HeadPicker } from './HeadPicker.tsx';
import type { Household } from './household.ts';

const PLACE_IN_OVERLAY = graphql(`
  mutation PlaceInOverlay($input: PlaceInOverlayInput!) {
    placeInOverlay(input: $input) { household { id version } }
  }
`);

/** Places a household in a block of an overlay, with the group head who looks after it there. */
export function PlaceInOverlay({
  household,
  town,
  onClose,
}: {
  household: Household;
  town: string;
  onClose: () => void;
}) {
  const { t } = useTranslation(['households', 'ui']);
  const place = useChange(PLACE_IN_OVERLAY);
  return (
    <FormModal<{ block: string; head?: string; from: string }>
      title={t('placeTitle', { code: household.code ?? t('noCode') })}
      lead={t('placeLead')}
      submitLabel={t('place')}
      initialValues={{ from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ block, head, from }) => {
        await place({ household: household.id, block, head: head ?? null, from });
        return t('placed', { code: household.code ?? t('noCode') });
      }}
    >
      {(form) => (
        <>
          <Required chosen name="block" label={t('overlayBlock')}>
            <TreePicker
              town={town}
              pick="overlayBlock"
              placeholder={t('pickBlock')}
              onChange={() => form.setFieldValue('head', undefined)}
            />
          </Required>
          <Form.Item noStyle shouldUpdate={(before, after) => before.block !== after.block}>
            {() => (
              <Form.Item name="head" label={t('headOptional')}>
                <HeadPicker block={form.getFieldValue('block')} />
              </Form.Item>
            )}
          </Form.Item>
          <DayField name="from" />
        </>
      )}
    </FormModal>
  );
}
