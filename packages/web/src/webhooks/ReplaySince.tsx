import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';

const REPLAY_SINCE = graphql(`
  mutation ReplayWebhookDeliveries($input: ReplayWebhookDeliveriesInput!) {
    replayWebhookDeliveries(input: $input) { count more endpoint { id } }
  }
`);

interface Values {
  since: string;
  delivered: boolean;
}

/** Sends again what happened from a day on: what did not arrive, or all. */
export function ReplaySince({ endpoint, onClose }: { endpoint: string; onClose: () => void }) {
  const { t } = useTranslation('webhooks');
  const replay = useChange(REPLAY_SINCE);
  return (
    <FormModal<Values>
      title={t('replaySince')}
      lead={t('replayLead')}
      submitLabel={t('replay')}
      initialValues={{ since: dayInShanghai(), delivered: false }}
      onClose={onClose}
      onSubmit={async ({ since, delivered }) => {
        // The platform takes some thousands at once.
        const replayFrom = async (moment: string): Promise<number> => {
          const input = { endpoint, since: moment, undeliveredOnly: !delivered };
          const { count, more } = (await replay(input)).replayWebhookDeliveries;
          return more === null ? count : count + (await replayFrom(more));
        };
        return t('replayedMany', { n: await replayFrom(`${since}T00:00:00+08:00`) });
      }}
    >
      <DayField name="since" label={t('since')} />
      <Form.Item name="delivered" valuePropName="checked">
        <Checkbox>{t('deliveredToo')}</Checkbox>
      </Form.Item>
    </FormModal>
  );
}
