import { Form, Radio, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { HandlingClass } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { Required } from '../ui/Required.tsx';
import { handlingClasses } from './request.ts';
import { StepForm, type StepProps } from './StepForm.tsx';
import { SubjectPicker } from './SubjectPicker.tsx';

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
        <SubjectPicker town={block.town.code} known={subject} />
      </Form.Item>
    </StepForm>
  );
}
