import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { useRegister } from '../people/useRegister.ts';
import { timeInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { optionsOf } from '../ui/options.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { PeopleField } from './PeopleField.tsx';
import { momentsOf, type Patrol } from './patrol.ts';
import { TimeFields } from './TimeFields.tsx';

const REVISE_PATROL = graphql(`
  mutation RevisePatrol($input: RevisePatrolInput!) {
    revisePatrol(input: $input) { patrol { id version } }
  }
`);

interface Values {
  on: string;
  began?: string;
  ended?: string;
  people: string[];
  stops?: string[];
  note?: string;
  reason: string;
}

const timeOf = (instant: string | null) => (instant === null ? '' : timeInShanghai(instant));

/** Writes a patrol anew; what was written before stays. */
export function RevisePatrol({ patrol, onClose }: { patrol: Patrol; onClose: () => void }) {
  const { t } = useTranslation(['patrols', 'ui']);
  const revise = useChange(REVISE_PATROL);
  const { stops, stopsLeftOut, unit, block } = patrol;
  const register = useRegister(block.town.code);
  return (
    <FormModal<Values>
      title={`${t('revise')} · ${patrol.patrolledOn}`}
      lead={t('reviseLead')}
      submitLabel={t('revise')}
      initialValues={{
        ...{ on: patrol.patrolledOn, began: timeOf(patrol.beganAt), ended: timeOf(patrol.endedAt) },
        ...{ people: patrol.people.map(({ id }) => id), stops: stops.map(({ id }) => id), note: patrol.note ?? '' },
      }}
      onClose={onClose}
      onSubmit={async ({ began, ended, people, stops: cameBy, ...values }) => {
        const said = { ...values, ...momentsOf(values.on, began || undefined, ended || undefined) };
        const named = { people: await register.people(people), ...(stops.length > 0 ? { stops: cameBy ?? [] } : {}) };
        await revise({ patrol: patrol.id, expectedVersion: patrol.version, ...said, ...named });
        return t('revised');
      }}
    >
      <DayField name="on" label={t('patrolledOn')} />
      <TimeFields />
      <PeopleField town={block.town} unit={unit.id} known={patrol.people} />
      {stops.length > 0 && (
        <Form.Item
          name="stops"
          label={t('stops')}
          rules={[{ required: true, type: 'array', min: 1, message: t('ui:choose', { label: t('cameBy') }) }]}
        >
          <Checkbox.Group className="patrol-stops" options={optionsOf([...stops, ...stopsLeftOut])} />
        </Form.Item>
      )}
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={most.account} />
      </Form.Item>
      <Required name="reason" label={t('reviseReason')}>
        <Input maxLength={most.visitReason} />
      </Required>
    </FormModal>
  );
}
