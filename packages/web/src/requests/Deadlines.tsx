import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { RequestLevel, RequestSettingsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { requestLevels } from './request.ts';
import type { Entry } from './useListChanges.ts';

const SET_DEADLINE = graphql(`
  mutation SetDeadline($input: SetDeadlineInput!) {
    setDeadline(input: $input) { town { id } }
  }
`);

type Rule = NonNullable<NonNullable<RequestSettingsQuery['town']>['deadlineRules']>[number];

interface Props {
  town: string;
  subjects: readonly Entry[];
  rules: readonly Rule[];
}

/** A row of the table: a subject, or, with null, all that have no rule of their own. */
interface Row {
  subject: Entry | null;
}

/** How many working days each level has, for all subjects and for single ones. */
export function Deadlines({ town, subjects, rules }: Props) {
  const { t } = useTranslation('requests');
  const [setting, setSetting] = useState<(Row & { level: RequestLevel }) | null>(null);
  const daysOf = (subject: Entry | null, level: RequestLevel) =>
    rules.find((rule) => rule.level === level && (rule.subject?.id ?? null) === (subject?.id ?? null))?.workingDays;
  const nameOf = (subject: Entry | null) => subject?.name ?? t('settings.everySubject');
  return (
    <Panel title={t('settings.deadlines')} flush>
      <p className="lead padded">{t('settings.deadlinesLead')}</p>
      <Sheet<Row & { id: string }>
        empty=""
        rows={[null, ...subjects].map((subject) => ({ id: subject?.id ?? 'all', subject }))}
        columns={[
          { title: t('subject'), key: 'subject', fixed: 'left', render: (_, { subject }) => nameOf(subject) },
          ...requestLevels.map((level) => ({
            title: t(`levels.${level}`),
            key: level,
            align: 'right' as const,
            render: (_: unknown, { subject }: Row) => {
              const own = daysOf(subject, level);
              const days = own ?? daysOf(null, level);
              return (
                <Button
                  type="text"
                  size="small"
                  className={own === undefined ? 'count zero' : 'count'}
                  aria-label={`${nameOf(subject)} ${t(`levels.${level}`)} ${days}`}
                  onClick={() => setSetting({ subject, level })}
                >
                  {days}
                </Button>
              );
            },
          })),
        ]}
      />
      {setting && (
        <SetDeadline
          town={town}
          subject={setting.subject}
          level={setting.level}
          title={`${nameOf(setting.subject)} · ${t(`levels.${setting.level}`)}`}
          days={daysOf(setting.subject, setting.level) ?? null}
          onClose={() => setSetting(null)}
        />
      )}
    </Panel>
  );
}

interface Setting extends Row {
  town: string;
  level: RequestLevel;
  title: string;
  /** What is set of its own; null where nothing is. */
  days: number | null;
  onClose: () => void;
}

function SetDeadline({ town, subject, level, title, days, onClose }: Setting) {
  const { t } = useTranslation(['requests', 'ui']);
  const set = useChange(SET_DEADLINE);
  return (
    <FormModal<{ workingDays: number | null }>
      title={title}
      submitLabel={t('ui:save')}
      initialValues={{ workingDays: days }}
      onClose={onClose}
      onSubmit={async ({ workingDays }) => {
        await set({ town, level, workingDays: workingDays ?? null, ...(subject ? { subject: subject.id } : {}) });
        return t('ui:saved');
      }}
    >
      <Form.Item
        name="workingDays"
        label={t('settings.days')}
        extra={[t('settings.daysHint'), ...(subject ? [t('settings.likeAll')] : [])].join(t('ui:also'))}
      >
        <InputNumber min={0} max={365} precision={0} />
      </Form.Item>
    </FormModal>
  );
}
