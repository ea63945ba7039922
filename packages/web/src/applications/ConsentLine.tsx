import { Alert, App, Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { useLanguage } from '../i18n/language.ts';
import { ScopeList } from '../scopes/ScopeList.tsx';
import { momentInShanghai } from '../ui/day.ts';
import { useFailureText } from '../ui/failure.ts';
import { ApplicationSaid } from './ApplicationSaid.tsx';
import type { Consent } from './application.ts';
import { ConsentEnd } from './ConsentEnd.tsx';

const WITHDRAW_CONSENT = graphql(`
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) { consent { id endedAt } }
  }
`);

/** A consent: for which application, to what, since when, until when and by whom. With `onChange` it holds, and can be changed and withdrawn. */
export function ConsentLine({ consent, onChange }: { consent: Consent; onChange?: () => void }) {
  const { t } = useTranslation(['applications', 'usage']);
  const language = useLanguage();
  const { modal, message } = App.useApp();
  const textOf = useFailureText();
  const withdraw = useChange(WITHDRAW_CONSENT);
  const number = new Intl.NumberFormat(language);
  const { application, applicationName, applicationDescription, usage, scopes, grantedAt, grantedBy } = consent;

  function confirm() {
    modal.confirm({
      title: t('withdrawTitle', { name: application.name }),
      content: t('withdrawLead'),
      okText: t('withdraw'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await withdraw({ consent: consent.id });
          void message.success(t('withdrawn'));
        } catch (error) {
          void message.error(textOf(error));
        }
      },
    });
  }

  return (
    <article className="consent">
      <div>
        <strong>{application.name}</strong> {application.endedAt !== null && <Tag>{t('outOfUse')}</Tag>}
        {applicationName !== application.name && (
          <Alert type="warning" showIcon title={t('calledThen', { name: applicationName })} />
        )}
        <ApplicationSaid application={application} />
        {applicationDescription !== application.description && (
          <p className="said">{t('saidThen', { text: applicationDescription })}</p>
        )}
      </div>
      <ScopeList scopes={scopes} />
      <div>
        <p>{t('granted', { by: grantedBy ?? t('someone'), at: momentInShanghai(grantedAt, language) })}</p>
        <ConsentEnd consent={consent} />
        {onChange && usage && (
          <p className="hint">
            {t('usage:inTown', {
              operations: number.format(usage.total.operations),
              used: number.format(usage.total.used),
            })}
          </p>
        )}
        {onChange && (
          <div className="actions">
            <Button size="small" onClick={onChange}>
              {t('change')}
            </Button>
            <Button size="small" danger onClick={confirm}>
              {t('withdraw')}
            </Button>
          </div>
        )}
      </div>
    </article>
  );
}
