import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReportedQualifier } from '../generated/graphql.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { most, qualifiers } from './reported.ts';

/** What is said of a figure: the value and how exactly, and where it is written. */
export interface Said {
  value: string;
  qualifier: ReportedQualifier;
  document: string;
  page?: string;
  publishedOn: string;
}

/** A number as people write it, with or without commas between thousands. */
const number = /^[\d,，\s]+(\.\d+)?\s*[%％]?$/;

/** The fields of what was published: a rate is typed in per cent, or to a hundred. */
export function SaidFields({ indicator }: { indicator: { isRate: boolean; perHundred: boolean } | undefined }) {
  const { t } = useTranslation('reportedFigures');
  const suffix = indicator?.isRate ? (indicator.perHundred ? t('toHundred') : '%') : '';
  return (
    <>
      <Required name="value" label={t('value')} pattern={{ of: number, message: t('valueNumber') }}>
        <Input inputMode="decimal" autoComplete="off" suffix={suffix} maxLength={20} />
      </Required>
      <Required chosen name="qualifier" label={t('qualifier')}>
        <Select options={qualifiers.map((each) => ({ value: each, label: t(`qualifiers.${each}`) }))} />
      </Required>
      <Required name="document" label={t('document')}>
        <Input maxLength={most.document} placeholder={t('documentHint')} />
      </Required>
      <Form.Item name="page" label={t('page')}>
        <Input maxLength={most.page} />
      </Form.Item>
      <DayField name="publishedOn" label={t('publishedOn')} />
    </>
  );
}
