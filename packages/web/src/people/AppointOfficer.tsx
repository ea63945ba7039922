import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { PostTitle } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { PersonPicker } from './PersonPicker.tsx';
import { titles } from './post.ts';
import { useRegister } from './useRegister.ts';

const APPOINT_OFFICER = graphql(`
  mutation AppointOfficer($input: AppointOfficerInput!) {
    appointOfficer(input: $input) { post { id person { id name } } }
  }
`);

interface Props {
  unit: { id: string; name: string };
  town: string;
  onClose: () => void;
}

/** Appoints somebody to a post in a unit from a day on. */
export function AppointOfficer({ unit, town, onClose }: Props) {
  const { t } = useTranslation(['people', 'ui']);
  const appoint = useChange(APPOINT_OFFICER);
  const register = useRegister(town);
  return (
    <FormModal<{ person: string; title: PostTitle; from: string }>
      title={t('appointTitle', { unit: unit.name })}
      submitLabel={t('appoint')}
      initialValues={{ title: 'OFFICER', from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ person, title, from }) => {
        const { appointOfficer } = await appoint({
          unit: unit.id,
          person: await register.person(person),
          title,
          from,
        });
        return t('appointed', { name: appointOfficer.post.person.name });
      }}
    >
      <Required chosen name="person" label={t('person')} extra={t('typeToFind')}>
        <PersonPicker town={town} />
      </Required>
      <Form.Item name="title" label={t('title')}>
        <Select options={titles.map((title) => ({ value: title, label: t(`titles.${title}`) }))} />
      </Form.Item>
      <DayField name="from" />
    </FormModal>
  );
}
