import { useQuery } from '@apollo/client/react';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { optionsOf } from '../ui/options.ts';
import { type Asked, ReliefFields } from './ReliefFields.tsx';
import { MEMBERS } from './relief.ts';

const APPLY = graphql(`
  mutation ApplyForRelief($input: ApplyForReliefInput!) {
    applyForRelief(input: $input) { reliefApplication { id number } }
  }
`);

type Values = Asked & { resident?: string };

interface Props {
  household: { id: string; code: string | null };
  town: string;
  /** What is filled in already. */
  said?: Partial<Values>;
  /** What comes after, given the application's id. */
  onApplied?: (id: string) => void;
  onClose: () => void;
}

/** Applies for relief for a household. */
export function ApplyForRelief({ household, town, said, onApplied, onClose }: Props) {
  const { t } = useTranslation(['relief', 'households']);
  const apply = useChange(APPLY);
  const { data } = useQuery(MEMBERS, { variables: { id: household.id }, fetchPolicy: 'no-cache' });
  return (
    <FormModal<Values>
      title={t('applyTitle', { code: household.code ?? t('households:noCode') })}
      readsFor="RELIEF"
      submitLabel={t('apply')}
      initialValues={{ ...said, on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ resident, ...values }) => {
        const { applyForRelief } = await apply({
          household: household.id,
          ...values,
          ...(resident === undefined ? {} : { resident }),
        });
        const { id, number } = applyForRelief.reliefApplication;
        onApplied?.(id);
        return t('applied', { number });
      }}
    >
      <Form.Item name="resident" label={t('residentOptional')}>
        <Select allowClear options={optionsOf(data?.household?.residents ?? [])} />
      </Form.Item>
      <ReliefFields town={town} />
    </FormModal>
  );
}
