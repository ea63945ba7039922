import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { Notice } from './notice.ts';

const TAKE_DOWN_NOTICE = graphql(`
  mutation TakeDownNotice($input: TakeDownNoticeInput!) {
    takeDownNotice(input: $input) { notice { id } }
  }
`);

/** Takes a notice down on a day, after asking. */
export function TakeDownNotice({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { t } = useTranslation('notices');
  const takeDown = useChange(TAKE_DOWN_NOTICE);
  return (
    <FormModal<{ on: string }>
      title={t('takeDownTitle', { title: notice.title })}
      submitLabel={t('takeDown')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await takeDown({ notice: notice.id, on });
        return t('takenDown', { title: notice.title });
      }}
    >
      <DayField name="on" label={t('takeDownOn')} />
    </FormModal>
  );
}
