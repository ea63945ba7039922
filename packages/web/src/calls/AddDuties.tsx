import { Checkbox, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { PeoplePicker } from '../people/PeoplePicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { type Hotline, hourText, momentOf, weekdayText, weekOf } from './roster.ts';

const ROSTER_DUTIES = graphql(`
  mutation RosterDuties($input: RosterDutiesInput!) {
    rosterDuties(input: $input) { added hotline { id version } }
  }
`);

interface Values {
  people: string[];
  days: string[];
  from: number;
  hours: number;
  telephone?: string;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Puts the same hours of some days of a week into the roster, for one person or several. */
export function AddDuties({
  hotline,
  town,
  monday,
  onClose,
}: {
  hotline: Hotline;
  town: string;
  monday: string;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation(['calls', 'ui']);
  const roster = useChange(ROSTER_DUTIES);
  const register = useRegister(town);
  const days = weekOf(monday);
  const needs = (label: string) => [{ required: true, message: t('ui:choose', { label }) }];
  return (
    <FormModal<Values>
      title={t('addDuties')}
      submitLabel={t('addDuties')}
      initialValues={{ days: [], from: hotline.opensAt, hours: Math.min(8, hotline.closesAt - hotline.opensAt) }}
      onClose={onClose}
      onSubmit={async ({ people, days: chosen, from, hours: long, telephone = null }) => {
        const ids = await register.people(people);
        const duties = chosen.flatMap((day) =>
          ids.map((person) => ({ person, telephone, from: momentOf(day, from), hours: long })),
        );
        const { rosterDuties } = await roster({ hotline: hotline.id, duties });
        return t('dutiesAdded', { n: rosterDuties.added });
      }}
    >
      <Form.Item name="people" label={t('whoIsOnDuty')} rules={needs(t('whoIsOnDuty'))}>
        <PeoplePicker town={town} placeholder={t('whoIsOnDuty')} />
      </Form.Item>
      <Form.Item name="days" label={t('dutyDays')} rules={needs(t('dutyDays'))}>
        <Checkbox.Group
          options={days.map((day) => ({ value: day, label: `${weekdayText(day, i18n.language)} ${day.slice(5)}` }))}
        />
      </Form.Item>
      <div className="field-row">
        <Form.Item name="from" label={t('dutyFrom')}>
          <Select options={hours.map((hour) => ({ value: hour, label: hourText(hour) }))} />
        </Form.Item>
        <Form.Item name="hours" label={t('dutyHours')}>
          <Select options={hours.map((hour) => ({ value: hour + 1, label: t('nHours', { n: hour + 1 }) }))} />
        </Form.Item>
      </div>
      {hotline.telephones.length > 1 && (
        <Form.Item name="telephone" label={t('dutyTelephone')}>
          <Select
            allowClear
            placeholder={t('anyTelephone')}
            options={hotline.telephones.map((number) => ({ value: number, label: number }))}
          />
        </Form.Item>
      )}
    </FormModal>
  );
}
