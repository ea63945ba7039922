import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { daysAfter } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { type Hotline } from './roster.ts';

const COPY_ROSTER = graphql(`
  mutation CopyRoster($input: CopyRosterInput!) {
    copyRoster(input: $input) { added hotline { id version } }
  }
`);

/** Weeks into which one is copied at the most. */
const mostWeeks = 26;

/** Copies the week that is shown into those that follow it. */
export function CopyRoster({ hotline, monday, onClose }: { hotline: Hotline; monday: string; onClose: () => void }) {
  const { t } = useTranslation(['calls', 'ui']);
  const copy = useChange(COPY_ROSTER);
  return (
    <FormModal<{ weeks: number }>
      title={t('copyRoster')}
      lead={t('copyLead', { from: monday, to: daysAfter(monday, 6) })}
      submitLabel={t('copyRoster')}
      initialValues={{ weeks: 4 }}
      onClose={onClose}
      onSubmit={async ({ weeks }) => {
        const { copyRoster } = await copy({ hotline: hotline.id, week: monday, weeks });
        return t('dutiesAdded', { n: copyRoster.added });
      }}
    >
      <Form.Item
        name="weeks"
        label={t('weeks')}
        rules={[{ required: true, message: t('ui:required', { label: t('weeks') }) }]}
      >
        <InputNumber min={1} max={mostWeeks} precision={0} />
      </Form.Item>
    </FormModal>
  );
}
