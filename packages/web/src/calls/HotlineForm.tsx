import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import type { Town } from '../towns/town.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import type { Hotline } from './roster.ts';

const OPEN_HOTLINE = graphql(`
  mutation OpenHotline($input: OpenHotlineInput!) {
    openHotline(input: $input) { hotline { id name } }
  }
`);

const REVISE_HOTLINE = graphql(`
  mutation ReviseHotline($input: ReviseHotlineInput!) {
    reviseHotline(input: $input) { hotline { id name version } }
  }
`);

interface Values {
  name: string;
  unit?: string;
  telephones: string[];
  opensAt: number;
  closesAt: number;
}

/** Opens a hotline of a unit or of the town, or describes one anew. */
export function HotlineForm({ town, hotline, onClose }: { town: Town; hotline?: Hotline; onClose: () => void }) {
  const { t } = useTranslation(['calls', 'ui']);
  const open = useChange(OPEN_HOTLINE);
  const revise = useChange(REVISE_HOTLINE);
  const forTown = can(town, 'HOTLINE_KEEP');
  const title = hotline ? t('reviseHotline') : t('openHotline');
  const known = hotline && {
    ...{ name: hotline.name, telephones: hotline.telephones, opensAt: hotline.opensAt, closesAt: hotline.closesAt },
  };
  const unit = <TreePicker town={town.code} pick="unit" placeholder={forTown ? town.name : t('unit')} allowClear />;
  return (
    <FormModal<Values>
      title={title}
      submitLabel={title}
      initialValues={known ?? { name: t('hotlineName'), opensAt: 0, closesAt: 24, telephones: [] }}
      onClose={onClose}
      onSubmit={async ({ unit: of, ...values }) => {
        if (hotline) await revise({ hotline: hotline.id, expectedVersion: hotline.version, ...values });
        else await open({ town: town.code, unit: of ?? null, ...values });
        return t('hotlineSaved', { name: values.name });
      }}
    >
      <Required name="name" label={t('name')}>
        <Input maxLength={most.name} />
      </Required>
      {!hotline && forTown && (
        <Form.Item name="unit" label={t('unit')}>
          {unit}
        </Form.Item>
      )}
      {!hotline && !forTown && (
        <Required chosen name="unit" label={t('unit')}>
          {unit}
        </Required>
      )}
      <Form.Item
        name="telephones"
        label={t('numbers')}
        extra={t('numbersHint')}
        rules={[{ required: true, message: t('ui:required', { label: t('numbers') }) }]}
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',', '，', '、']} />
      </Form.Item>
      <div className="field-row">
        <Form.Item name="opensAt" label={t('opensAt')} rules={[{ required: true }]}>
          <InputNumber min={0} max={23} precision={0} />
        </Form.Item>
        <Form.Item name="closesAt" label={t('closesAt')} rules={[{ required: true }]}>
          <InputNumber min={1} max={24} precision={0} />
        </Form.Item>
      </div>
    </FormModal>
  );
}
