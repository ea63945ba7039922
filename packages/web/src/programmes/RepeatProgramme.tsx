import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { daysAfter } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { type Programme, programmePath } from './programme.ts';

const REPEAT = graphql(`
  mutation RepeatProgramme($input: RepeatProgrammeInput!) {
    repeatProgramme(input: $input) { programme { id series { id } } }
  }
`);

// As many whole weeks as lie nearest to a year: on the same day of the week.
const daysOfYear = 364;

/** Plans a programme once more, as every year, for whoever manages it, and goes to the page of the new one. */
export function RepeatProgramme({ programme }: { programme: Programme }) {
  const { t } = useTranslation(['programmes', 'ui']);
  const [repeating, setRepeating] = useState(false);
  const repeat = useChange(REPEAT);
  const navigate = useNavigate();
  if (!can(programme, 'PROGRAMME_MANAGE')) return null;
  const { id, name, firstDay } = programme;
  return (
    <>
      <Button onClick={() => setRepeating(true)}>{t('repeat')}</Button>
      {repeating && (
        <FormModal<{ firstDay: string; name: string }>
          title={t('repeat')}
          lead={t('repeatLead')}
          submitLabel={t('repeat')}
          initialValues={{ name, firstDay: daysAfter(firstDay, daysOfYear) }}
          onClose={() => setRepeating(false)}
          onSubmit={async (values) => {
            const { repeatProgramme } = await repeat({ programme: id, ...values });
            void navigate(programmePath(repeatProgramme.programme.id));
            return t('ui:saved');
          }}
        >
          <Required name="name" label={t('name')}>
            <Input maxLength={most.name} autoComplete="off" />
          </Required>
          <DayField name="firstDay" label={t('firstDay')} />
        </FormModal>
      )}
    </>
  );
}
