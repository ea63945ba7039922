import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { PeoplePicker } from '../people/PeoplePicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { most } from '../ui/limits.ts';
import { optionsOf } from '../ui/options.ts';
import { StepForm, type StepProps } from './StepForm.tsx';

const HOLD_PETITION_MEETING = graphql(`
  mutation HoldPetitionMeeting($input: HoldPetitionMeetingInput!) {
    holdPetitionMeeting(input: $input) { petition { id version } }
  }
`);

interface Values {
  on: string;
  place?: string;
  people?: string[];
  petitioners?: string[];
  parties?: string[];
  agreed?: string;
}

/** Puts down a meeting about a petition: where, who took part, and what was agreed. */
export function HoldMeeting(props: StepProps) {
  const { t } = useTranslation('petitions');
  const hold = useChange(HOLD_PETITION_MEETING);
  const { town, petitioners, parties } = props.petition;
  const register = useRegister(town.code);
  const speakers = petitioners.filter(({ representative }) => representative).map(({ id }) => id);
  return (
    <StepForm<Values>
      {...props}
      step="MEET"
      initialValues={{ petitioners: speakers, parties: parties.map(({ id }) => id) }}
      take={async ({ place, people = [], petitioners: came = [], parties: answered = [], agreed }, common) =>
        hold({
          ...common,
          ...(place?.trim() ? { place } : {}),
          ...(agreed?.trim() ? { agreed } : {}),
          people: await register.people(people),
          petitioners: came,
          parties: answered,
        })
      }
    >
      <Form.Item name="people" label={t('met.people')}>
        <PeoplePicker town={town.code} placeholder={t('met.people')} />
      </Form.Item>
      <Form.Item name="petitioners" label={t('met.petitioners')}>
        <Select mode="multiple" optionFilterProp="label" options={optionsOf(petitioners)} />
      </Form.Item>
      {parties.length > 0 && (
        <Form.Item name="parties" label={t('met.parties')}>
          <Select mode="multiple" optionFilterProp="label" options={optionsOf(parties)} />
        </Form.Item>
      )}
      <Form.Item name="place" label={t('place')}>
        <Input maxLength={most.place} placeholder={t('placeHint')} />
      </Form.Item>
      <Form.Item name="agreed" label={t('agreed')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={most.account} />
      </Form.Item>
    </StepForm>
  );
}
