import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { Hotline } from './roster.ts';

const END_HOTLINE = graphql(`
  mutation EndHotline($input: EndHotlineInput!) {
    endHotline(input: $input) { hotline { id version } }
  }
`);

/** Ends a hotline on a day, after asking. */
export function EndHotline({ hotline, onClose }: { hotline: Hotline; onClose: () => void }) {
  const { t } = useTranslation('calls');
  const end = useChange(END_HOTLINE);
  return (
    <FormModal<{ on: string }>
      title={t('endTitle', { name: hotline.name })}
      lead={t('endLead')}
      submitLabel={t('endHotline')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await end({ hotline: hotline.id, on });
        return t('hotlineEnded', { name: hotline.name });
      }}
    >
      <DayField name="on" label={t('endOn')} />
    </FormModal>
  );
}
