import { useQuery } from '@apollo/client/react';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Panel } from '../ui/Panel.tsx';
import { DayField, Required } from '../ui/Required.tsx';

const WORKING_DAYS = graphql(`
  query WorkingDays($code: RegisterCode!, $from: Date!, $to: Date!) {
    town(code: $code) {
      id
      workingDayExceptions(from: $from, to: $to) { day working name source }
    }
  }
`);

const SETTLE_WORKING_DAY = graphql(`
  mutation SettleWorkingDay($input: SettleWorkingDayInput!) {
    settleWorkingDay(input: $input) { town { id } }
  }
`);

const LEAVE_WORKING_DAY = graphql(`
  mutation LeaveWorkingDay($input: LeaveWorkingDayInput!) {
    leaveWorkingDay(input: $input) { town { id } }
  }
`);

interface Values {
  day: string;
  working: boolean;
  name: string;
}

/** The days of this year and the next that are worked otherwise than the week has them; the town settles its own. */
export function WorkingDays({ town }: { town: string }) {
  const { t } = useTranslation(['requests', 'ui']);
  const year = Number(dayInShanghai().slice(0, 4));
  const { data } = useQuery(WORKING_DAYS, {
    variables: { code: town, from: `${year}-01-01`, to: `${year + 1}-12-31` },
  });
  const settle = useChange(SETTLE_WORKING_DAY);
  const leave = useChange(LEAVE_WORKING_DAY);
  const [adding, setAdding] = useState(false);
  const own = (data?.town?.workingDayExceptions ?? []).filter(({ source }) => source === null);
  return (
    <Panel
      title={t('settings.workingDays')}
      flush
      extra={
        <Button size="small" onClick={() => setAdding(true)}>
          {t('settings.add')}
        </Button>
      }
    >
      <p className="lead padded">{t('settings.workingDaysLead')}</p>
      {own.length === 0 && <p className="hint padded">{t('settings.noDays')}</p>}
      <ul className="plain entries">
        {own.map(({ day, working, name }) => (
          <li key={day}>
            <span>
              <span className="code">{day}</span> {t(working ? 'settings.works' : 'settings.free')} {name}
            </span>
            <Button type="text" size="small" onClick={() => void leave({ town, day })}>
              {t('settings.leave')}
            </Button>
          </li>
        ))}
      </ul>
      {adding && (
        <FormModal<Values>
          title={t('settings.workingDays')}
          submitLabel={t('settings.add')}
          initialValues={{ working: false }}
          onClose={() => setAdding(false)}
          onSubmit={async (values) => {
            await settle({ town, ...values });
            return t('ui:saved');
          }}
        >
          <DayField name="day" label={t('settings.day')} />
          <Required name="name" label={t('reason')}>
            <Input maxLength={most.name} />
          </Required>
          <Form.Item name="working">
            <Radio.Group
              optionType="button"
              options={[
                { value: false, label: t('settings.free') },
                { value: true, label: t('settings.works') },
              ]}
            />
          </Form.Item>
        </FormModal>
      )}
    </Panel>
  );
}
