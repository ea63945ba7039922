import { Checkbox, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import type { PeriodInput } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { SubjectPicker } from '../requests/SubjectPicker.tsx';
import type { Town } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { ProposalFields } from './ProposalFields.tsx';
import { years, yearToPropose } from './project.ts';

const PROPOSE_PROJECT = graphql(`
  mutation ProposeProject($input: ProposeProjectInput!) {
    proposeProject(input: $input) { project { id number requestCount } }
  }
`);

interface Values {
  year: number;
  subject: string;
  name: string;
  goal: string;
  units?: string[];
  budget?: string;
  link?: boolean;
  on: string;
}

interface Props {
  town: Town;
  /** What many ask for, out of which it is proposed: so many requests that are in no project yet. */
  from?: { subject: string; unit: string | null; period: PeriodInput; count: number };
  onClose: () => void;
}

/** Proposes a project of the year, out of what many ask for with the requests that it counts. */
export function ProposeProject({ town, from, onClose }: Props) {
  const { t } = useTranslation(['projects', 'requests', 'ui']);
  const propose = useChange(PROPOSE_PROJECT);
  const about = from ? { subject: from.subject, units: from.unit === null ? [] : [from.unit], link: true } : {};
  return (
    <FormModal<Values>
      title={t('propose')}
      submitLabel={t('propose')}
      initialValues={{ ...about, year: yearToPropose(dayInShanghai()), on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ budget, link, ...values }) => {
        const { proposeProject } = await propose({
          ...values,
          ...(budget?.trim() ? { budget } : {}),
          ...(from && link ? { raised: from.period } : {}),
        });
        const { number, requestCount } = proposeProject.project;
        return t('proposed', { number, n: requestCount });
      }}
    >
      <Form.Item
        name="year"
        label={t('year')}
        rules={[{ required: true, message: t('ui:required', { label: t('year') }) }]}
      >
        <InputNumber min={years.first} max={years.last} precision={0} />
      </Form.Item>
      <Required chosen name="subject" label={t('requests:subject')}>
        <SubjectPicker town={town.code} disabled={from !== undefined} />
      </Required>
      <ProposalFields town={town} forTown={can(town, 'PROJECT_PROPOSE')} />
      {from && (
        <Form.Item name="link" valuePropName="checked" extra={t('linkHint')}>
          <Checkbox>{t('linkCounted', { n: from.count })}</Checkbox>
        </Form.Item>
      )}
      <DayField name="on" label={t('proposedOn')} />
    </FormModal>
  );
}
