import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useExternalParties } from '../requests/handling.ts';
import { SubjectPicker } from '../requests/SubjectPicker.tsx';
import { most } from '../ui/limits.ts';
import { optionsOf } from '../ui/options.ts';
import { findingStates } from './patrol.ts';

const rows = { minRows: 2, maxRows: 6 };

interface Props {
  town: string;
  /** Where in the form it stands, within the list if it is in one. */
  at: (string | number)[];
  list?: string;
}

/** What became of something at once, with what each of that asks for. */
export function OutcomeFields({ town, at, list }: Props) {
  const { t } = useTranslation(['patrols', 'ui']);
  const became = Form.useWatch([...(list === undefined ? [] : [list]), ...at, 'became']);
  const written = (name: string, label: string) => (
    <Form.Item
      name={[...at, name]}
      label={label}
      rules={[{ required: true, whitespace: true, message: t('ui:required', { label }) }]}
    >
      <Input.TextArea autoSize={rows} maxLength={most.account} />
    </Form.Item>
  );
  return (
    <>
      <Form.Item name={[...at, 'became']} label={t('became')}>
        <Select options={findingStates.map((state) => ({ value: state, label: t(`outcomes.${state}`) }))} />
      </Form.Item>
      {became === 'ACTED_ON' && written('actedOn', t('done'))}
      {became === 'NOT_ADOPTED' && written('notAdopted', t('declineReason'))}
      {became === 'REQUESTED' && <SubjectField town={town} at={[...at, 'request']} />}
      {became === 'PASSED_ON' && <PassingFields town={town} at={[...at, 'passedOn']} />}
    </>
  );
}

/** As a request about what it is raised. */
export function SubjectField({ town, at }: { town: string; at: (string | number)[] }) {
  const { t } = useTranslation(['requests', 'ui']);
  return (
    <Form.Item
      name={[...at, 'subject']}
      label={t('subject')}
      rules={[{ required: true, message: t('ui:choose', { label: t('subject') }) }]}
    >
      <SubjectPicker town={town} />
    </Form.Item>
  );
}

/** To which party outside it is passed, and what is said. */
export function PassingFields({ town, at }: { town: string; at: (string | number)[] }) {
  const { t } = useTranslation(['patrols', 'requests', 'ui']);
  const parties = useExternalParties(town);
  return (
    <>
      <Form.Item
        name={[...at, 'party']}
        label={t('requests:party')}
        rules={[{ required: true, message: t('ui:choose', { label: t('requests:party') }) }]}
      >
        <Select placeholder={t('requests:pickParty')} options={optionsOf(parties)} />
      </Form.Item>
      <Form.Item name={[...at, 'note']} label={t('passNote')}>
        <Input.TextArea autoSize={rows} maxLength={most.account} />
      </Form.Item>
    </>
  );
}
