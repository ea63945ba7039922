import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProgrammeKind, ProgrammeTakers } from '../generated/graphql.ts';
import { most } from '../ui/limits.ts';
import { MoneyField } from '../ui/MoneyField.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { programmeKinds } from './programme.ts';

/** How a programme goes, which stays so. */
export interface Going {
  kind: ProgrammeKind;
  takers: ProgrammeTakers;
  oneSession: boolean;
}

/** What is said of a programme, whoever holds it. */
export interface Frame {
  name: string;
  about: string;
  firstDay: string;
  lastDay: string;
  ageFrom?: number | null;
  ageTo?: number | null;
  costPerHead?: string | null;
}

/** How a programme goes: its kind, who takes part, and whether each comes to one of its sessions. */
export function GoingFields() {
  const { t } = useTranslation('programmes');
  return (
    <>
      <Form.Item name="kind" label={t('kind')}>
        <Select options={programmeKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="takers" label={t('takers')}>
        <Radio.Group
          options={(['RESIDENT', 'HOUSEHOLD', 'TEAM'] as const).map((value) => ({
            value,
            label: t(`takersOf.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="oneSession" valuePropName="checked" extra={t('oneSessionHint')}>
        <Checkbox>{t('oneSession')}</Checkbox>
      </Form.Item>
    </>
  );
}

/** What a programme offers, when, and for people of which ages, where it is for people. */
export function FrameFields({ takers }: { takers: ProgrammeTakers }) {
  const { t } = useTranslation('programmes');
  return (
    <>
      <Required name="name" label={t('name')}>
        <Input maxLength={most.name} autoComplete="off" placeholder={t('nameHint')} />
      </Required>
      <Written name="about" label={t('about')} placeholder={t('aboutHint')} />
      <DayField name="firstDay" label={t('firstDay')} />
      <DayField name="lastDay" label={t('lastDay')} />
      {takers !== 'TEAM' && (
        <>
          <Form.Item name="ageFrom" label={t('ageFrom')}>
            <InputNumber min={0} max={150} precision={0} placeholder={t('anyAge')} />
          </Form.Item>
          <Form.Item name="ageTo" label={t('ageTo')}>
            <InputNumber min={0} max={150} precision={0} placeholder={t('anyAge')} />
          </Form.Item>
        </>
      )}
      <MoneyField name="costPerHead" label={t('costPerHead')} optional />
    </>
  );
}
