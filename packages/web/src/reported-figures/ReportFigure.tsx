import { useQuery } from '@apollo/client/react';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { Indicator } from '../figures/FigurePicker.tsx';
import { INDICATORS } from '../figures/figure.ts';
import { useWords } from '../figures/words.ts';
import type { PeriodLength } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { KindPicker } from '../organizations/ListFilters.tsx';
import type { Town } from '../towns/town.ts';
import { periodLengths } from '../ui/calendarPeriod.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { PeriodField } from '../ui/PeriodField.tsx';
import { Required } from '../ui/Required.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { sentValue } from './reported.ts';
import { type Said, SaidFields } from './SaidFields.tsx';

const REPORT_FIGURE = graphql(`
  mutation ReportFigure($input: ReportFigureInput!) {
    reportFigure(input: $input) { reportedFigure { id holds } }
  }
`);

interface Values extends Said {
  indicator: string;
  unit?: string;
  organizationKind?: string;
  length: PeriodLength;
  day: string;
  definedSince?: string | null;
}

interface Props {
  town: Town;
  /** What is chosen already. */
  about?: Partial<Values>;
  onClose: () => void;
}

/** Records a figure that the town has published. */
export function ReportFigure({ town, about = {}, onClose }: Props) {
  const { t } = useTranslation('reportedFigures');
  const { nameOf } = useWords();
  const report = useChange(REPORT_FIGURE);
  const { data } = useQuery(INDICATORS);
  const indicators = data?.indicators ?? [];
  return (
    <FormModal<Values>
      title={t('report')}
      lead={t('reportLead')}
      submitLabel={t('report')}
      initialValues={{ length: 'YEAR', qualifier: 'EXACT', ...about }}
      onClose={onClose}
      onSubmit={async ({ page, ...values }) => {
        const indicator = indicators.find(({ code }) => code === values.indicator);
        const value = sentValue(values.value, { isRate: indicator?.isRate ?? false });
        const written = { ...values, ...(page?.trim() ? { page } : {}), value, town: town.code };
        const { reportFigure } = await report(written);
        return t(reportFigure.reportedFigure.holds === false ? 'doneDiffers' : 'done');
      }}
    >
      {(form) => (
        <>
          <Required chosen name="indicator" label={t('indicator')}>
            <Select
              showSearch
              optionFilterProp="label"
              options={indicators.map((each) => ({ value: each.code, label: nameOf(each) }))}
              onChange={(code: string) => {
                const stock = indicators.find((each) => each.code === code)?.time === 'STOCK';
                form.setFieldsValue({ length: stock ? 'DAY' : 'YEAR', definedSince: null });
              }}
            />
          </Required>
          <Chosen indicators={indicators} town={town} />
        </>
      )}
    </FormModal>
  );
}

/** The fields that depend on which indicator is chosen. */
function Chosen({ indicators, town }: { indicators: readonly Indicator[]; town: Town }) {
  const { t } = useTranslation('reportedFigures');
  const { definitionOf } = useWords();
  const code: unknown = Form.useWatch('indicator');
  const indicator = indicators.find((each) => each.code === code);
  const lengths = periodLengths.filter((each) => each !== 'DAY' || indicator?.time === 'STOCK');
  return (
    <>
      <PeriodField lengths={lengths} />
      {indicator && indicator.versions.length > 1 && (
        <Form.Item name="definedSince" label={t('definition')} extra={t('definitionHint')}>
          <Select
            allowClear
            placeholder={t('latestDefinition')}
            options={indicator.versions.map((version) => ({
              value: version.since,
              label: t('definitionSince', { day: version.since, definition: definitionOf(version) }),
            }))}
          />
        </Form.Item>
      )}
      <Form.Item name="unit" label={t('unit')}>
        <TreePicker town={town.code} pick="unit" placeholder={town.name} allowClear />
      </Form.Item>
      {indicator?.permission === 'COVERAGE_COUNT' && (
        <Form.Item name="organizationKind" label={t('kind')}>
          <KindPicker town={town.code} allowClear />
        </Form.Item>
      )}
      <SaidFields indicator={indicator} />
    </>
  );
}
