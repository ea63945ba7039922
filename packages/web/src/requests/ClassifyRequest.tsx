import { useQuery } from '@apollo/client/react';
import { Form, Radio, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { HandlingClass } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { Required } from '../ui/Required.tsx';
import { SUBJECTS } from './Filters.tsx';
import { handlingClasses } from './request.ts';
import { StepForm, type StepProps } from './StepForm.tsx';

const CLASSIFY_REQUEST = graphql(`
  mutation ClassifyRequest($input: ClassifyRequestInput!) {
    classifyRequest(input: $input) { request { id state version } }
  }
`);

interface Values {
  on: string;
  handlingClass: HandlingClass;
  subject: string;
}

/** Says of which class of handling a request is, and what it is about. */
export function ClassifyRequest(props: StepProps) {
  const { t } = useTranslation('requests');
  const classify = useChange(CLASSIFY_REQUEST);
  const { subject, handlingClass, block } = props.request;
  const { data } = useQuery(SUBJECTS, { variables: { code: block.town.code } });
  const subjects = (data?.town?.requestSubjects ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <StepForm<Values>
      {...props}
      step="CLASSIFY"
      initialValues={{ subject: subject.id, ...(handlingClass === null ? {} : { handlingClass }) }}
      take={({ handlingClass, subject: named }, common) =>
        classify({ ...common, handlingClass, ...(named === subject.id ? {} : { subject: named }) })
      }
    >
      <Required chosen name="handlingClass" label={t('handlingClass')}>
        <Radio.Group>
          <Space orientation="vertical">
            {handlingClasses.map((each) => (
              <Radio key={each} value={each}>
                {t(`classes.${each}`)} <span className="hint">{t(`classSays.${each}`)}</span>
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      </Required>
      <Form.Item name="subject" label={t('subject')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={
            subjects.some(({ value }) => value === subject.id)
              ? subjects
              : [{ value: subject.id, label: subject.name }, ...subjects]
          }
        />
      </Form.Item>
    </StepForm>
  );
}
