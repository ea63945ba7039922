import { Form, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import type { PetitionClass, PetitionWay } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useExternalParties } from '../requests/handling.ts';
import { SubjectPicker } from '../requests/SubjectPicker.tsx';
import type { Town } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FindOrAddSome, newlyNamed } from '../ui/FindOrAdd.tsx';
import { FormModal } from '../ui/FormModal.tsx';
import { optionsOf } from '../ui/options.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { AccusedField } from './AccusedField.tsx';
import { type NamedPetitioner, PetitionerFields, petitionersOf } from './PetitionerFields.tsx';
import { petitionClasses, petitionWays } from './petition.ts';

const RECORD_PETITION = graphql(`
  mutation RecordPetition($input: RecordPetitionInput!) {
    recordPetition(input: $input) { petition { id number } }
  }
`);

interface Values {
  way: PetitionWay;
  class: PetitionClass;
  subject: string;
  unit?: string;
  accused?: string;
  matter: string;
  petitioners: NamedPetitioner[];
  people?: number | null;
  parties?: string[];
  on: string;
}

/** Records a petition that was received: what it asks for, who petitions, and whom it is about. */
export function RecordPetition({ town, onClose }: { town: Town; onClose: () => void }) {
  const { t } = useTranslation(['petitions', 'requests']);
  const record = useChange(RECORD_PETITION);
  const outside = useExternalParties(town.code);
  // Whoever works for a part of the town records for that part only.
  const forTown = can(town, 'PETITION_RECORD');
  const unit = <TreePicker town={town.code} pick="unit" placeholder={forTown ? town.name : t('unit')} allowClear />;
  return (
    <FormModal<Values>
      title={t('record')}
      submitLabel={t('record')}
      initialValues={{ way: 'IN_PERSON', class: 'CLAIM', petitioners: [{ name: '' }], on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ petitioners, people, parties = [], ...values }) => {
        const { recordPetition } = await record({
          ...values,
          petitioners: petitionersOf(petitioners),
          ...(people == null ? {} : { people }),
          parties: parties.map((each) => {
            const organisation = newlyNamed(each);
            return organisation === undefined ? { party: each } : { organisation };
          }),
        });
        return t('recorded', { number: recordPetition.petition.number });
      }}
    >
      <Form.Item name="way" label={t('way')}>
        <Radio.Group
          optionType="button"
          options={petitionWays.map((way) => ({ value: way, label: t(`ways.${way}`) }))}
        />
      </Form.Item>
      <Form.Item name="class" label={t('class')}>
        <Select options={petitionClasses.map((each) => ({ value: each, label: t(`classes.${each}`) }))} />
      </Form.Item>
      <AccusedField town={town.code} />
      <Required chosen name="subject" label={t('requests:subject')}>
        <SubjectPicker town={town.code} />
      </Required>
      {forTown ? (
        <Form.Item name="unit" label={t('unit')}>
          {unit}
        </Form.Item>
      ) : (
        <Required chosen name="unit" label={t('unit')}>
          {unit}
        </Required>
      )}
      <Written name="matter" label={t('matter')} placeholder={t('matterHint')} />
      <PetitionerFields town={town.code} choosesRepresentatives />
      <Form.Item name="people" label={t('peopleInAll')} extra={t('peopleHint')}>
        <InputNumber min={1} max={100_000} precision={0} />
      </Form.Item>
      <Form.Item name="parties" label={t('parties')}>
        <FindOrAddSome
          placeholder={t('partiesHint')}
          known={[]}
          addLabel={(name) => t('organisation', { name })}
          find={async (words) => optionsOf(outside.filter(({ name }) => name.includes(words)))}
        />
      </Form.Item>
      <DayField name="on" label={t('received')} />
    </FormModal>
  );
}
