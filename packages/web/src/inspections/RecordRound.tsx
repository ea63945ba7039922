import { Checkbox, Form, Input, Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelf } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { PeoplePicker } from '../people/PeoplePicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import type { Town } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { optionsOf } from '../ui/options.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { CheckFields } from './CheckFields.tsx';
import { type CheckValues, checkInput } from './check-input.ts';
import { useSquads } from './inspection.ts';

const RECORD_ROUND = graphql(`
  mutation RecordInspectionRound($input: RecordInspectionRoundInput!) {
    recordInspectionRound(input: $input) { round { id inspectedOn } }
  }
`);

interface Values {
  squad: string;
  on: string;
  people?: string[];
  others?: string[];
  checks: CheckValues[];
  note?: string;
}

/** Records a round: which squad, when and by whom, and place by place what was found or that nothing was. */
export function RecordRound({ town, onClose }: { town: Town; onClose: () => void }) {
  const { t } = useTranslation('inspections');
  const record = useChange(RECORD_ROUND);
  const register = useRegister(town.code);
  const self = useSelf(town.code);
  const squads = useSquads(town.code);
  const clientId = useRef(crypto.randomUUID());
  const own = squads.filter(({ members }) => members.some(({ id }) => id === self?.id));
  // Whoever does not manage inspections records those of their own squads alone.
  const choices = town.viewerCanSomewhere.includes('INSPECTION_MANAGE') ? squads : own;
  return (
    <FormModal<Values>
      title={t('record')}
      submitLabel={t('record')}
      initialValues={{ on: dayInShanghai(), checks: [{ found: 'nothing' }] }}
      onClose={onClose}
      onSubmit={async ({ people = [], others = [], checks, ...values }) => {
        const all = [...new Set([...people, ...(await register.people(others))])];
        const said = checks.map((check) => checkInput(check));
        const input = { clientId: clientId.current, ...values, people: all, checks: said };
        const { recordInspectionRound } = await record(input);
        return t('recorded', { day: recordInspectionRound.round.inspectedOn });
      }}
    >
      <Required chosen name="squad" label={t('squad')}>
        <Select placeholder={t('pickSquad')} showSearch={{ optionFilterProp: 'label' }} options={optionsOf(choices)} />
      </Required>
      <DayField name="on" label={t('on')} />
      <Form.Item noStyle dependencies={['squad', 'people']}>
        {({ getFieldValue }) => {
          const members = squads.find(({ id }) => id === getFieldValue('squad'))?.members ?? [];
          const chosen: readonly string[] = getFieldValue('people') ?? [];
          return (
            <>
              {members.length > 0 && (
                <Form.Item
                  name="people"
                  label={t('people')}
                  rules={[{ required: true, type: 'array', min: 1, message: t('sayPeople') }]}
                >
                  <Checkbox.Group options={optionsOf(members)} />
                </Form.Item>
              )}
              <Form.Item name="others" label={t('others')}>
                <PeoplePicker town={town.code} placeholder={t('pickPeople')} />
              </Form.Item>
              <CheckFields town={town.code} people={members.filter(({ id }) => chosen.includes(id))} />
            </>
          );
        }}
      </Form.Item>
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={most.account} placeholder={t('noteHint')} />
      </Form.Item>
    </FormModal>
  );
}
