import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';

const CLOSE_UNIT = graphql(`
  mutation CloseUnit($input: CloseUnitInput!) {
    closeUnit(input: $input) { unit { id name version } }
  }
`);

interface Props {
  unit: { id: string; name: string; version: number };
  onClosed?: () => void;
  onClose: () => void;
}

/** Closes a unit on a day, after asking. */
export function CloseUnit({ unit, onClosed, onClose }: Props) {
  const { t } = useTranslation(['units', 'ui']);
  const close = useChange(CLOSE_UNIT);
  return (
    <FormModal<{ on: string }>
      title={t('shutTitle', { name: unit.name })}
      lead={t('shutLead')}
      submitLabel={t('shut')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await close({ unit: unit.id, on, expectedVersion: unit.version });
        onClosed?.();
        return t('shutDone', { name: unit.name });
      }}
    >
      <DayField name="on" label={t('shutOn')} />
    </FormModal>
  );
}
