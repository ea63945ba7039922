import { useApolloClient } from '@apollo/client/react';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { readFailure } from '../errors.ts';
import type { Permission } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { ScopeField } from '../scopes/ScopeField.tsx';
import type { Town } from '../towns/town.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { dayBefore, dayInShanghai, daysAfter } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { ApplicationSaid } from './ApplicationSaid.tsx';
import { APPLICATION, type Application, type Consent } from './application.ts';

const CONSENT_TO_APPLICATION = graphql(`
  mutation ConsentToApplication($input: ConsentToApplicationInput!) {
    consentToApplication(input: $input) { consent { id } }
  }
`);

interface Props {
  town: Town;
  application: Application;
  /** What the town lets it do now, which what is chosen takes the place of. */
  former: Consent | undefined;
  /** The application says something else of itself by now. */
  onChanged: (application: Application) => void;
  onClose: () => void;
}

interface Values {
  scopes: Permission[];
  lastDay?: string;
}

/** Lets an application see or do something in a town: nothing is ticked but what it may already. */
export function GrantConsent({ town, application, former, onChanged, onClose }: Props) {
  const { t } = useTranslation('applications');
  const client = useApolloClient();
  const consent = useChange(CONSENT_TO_APPLICATION);
  const { clientId, name, scopes: asked, version: expectedVersion } = application;
  const lastDay = former ? former.validTo && dayBefore(former.validTo) : daysAfter(dayInShanghai(), 365);

  /** Shows what the application is by now, where that is why the platform has refused. */
  async function readAgain(error: unknown) {
    if (readFailure(error).field !== 'expectedVersion') return;
    const { data } = await client.query({ query: APPLICATION, variables: { clientId }, fetchPolicy: 'network-only' });
    if (data?.application) onChanged(data.application);
  }

  return (
    <FormModal<Values>
      title={t(former ? 'changeTitle' : 'grantTitle', { name })}
      lead={t(former ? 'changeLead' : 'grantLead', { town: town.name })}
      submitLabel={t(former ? 'change' : 'consent')}
      initialValues={{
        scopes: former?.scopes.filter((scope) => asked.includes(scope)) ?? [],
        ...(lastDay === null ? {} : { lastDay }),
      }}
      onClose={onClose}
      onSubmit={async ({ scopes, lastDay }) => {
        try {
          await consent({
            ...{ town: town.code, clientId, expectedVersion, until: lastDay ? daysAfter(lastDay, 1) : null },
            // What was ticked and is asked for no more is shown no more.
            scopes: scopes.filter((scope) => asked.includes(scope)),
          });
        } catch (error) {
          await readAgain(error);
          throw error;
        }
        return t('consented', { name });
      }}
    >
      <div className="asked-by">
        <ApplicationSaid application={application} />
      </div>
      <ScopeField unfolded label={t('may')} among={asked} warning={(scopes) => t('warning', { scopes })} />
      <p className="hint">{t('countsOnly')}</p>
      <p className="hint">{t('writesRead')}</p>
      <Form.Item name="lastDay" label={t('lastDay')} extra={t('lastDayHint')}>
        <DateInput />
      </Form.Item>
    </FormModal>
  );
}
