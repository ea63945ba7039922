import { useTranslation } from 'react-i18next';
import type { GrantedConsentsQuery, Permission } from '../generated/graphql.ts';
import { useLanguage } from '../i18n/language.ts';
import { ScopeList } from '../scopes/ScopeList.tsx';
import { momentInShanghai } from '../ui/day.ts';
import { ConsentEnd } from './ConsentEnd.tsx';

type Granted = NonNullable<NonNullable<GrantedConsentsQuery['application']>['consents']>['nodes'][number];

interface Props {
  consent: Granted;
  /** What the application asks for today. */
  asked: readonly Permission[];
}

/** What a town lets an application do, since and until when, and what it does not let it; or what it let it, and why no more. */
export function GrantedLine({ consent, asked }: Props) {
  const { t } = useTranslation('applications');
  const language = useLanguage();
  const { town, scopes, grantedAt, endedBecause } = consent;
  const missing = endedBecause === null ? asked.filter((scope) => !scopes.includes(scope)) : [];
  return (
    <article className="consent">
      <div>
        <strong>{town.name}</strong> <span className="hint">{town.code}</span>
      </div>
      <div>
        <ScopeList scopes={scopes} />
        {missing.length > 0 && (
          <>
            <h3>{t('notConsented', { n: missing.length })}</h3>
            <ScopeList scopes={missing} />
          </>
        )}
      </div>
      <div>
        <p>{t('consentedOn', { at: momentInShanghai(grantedAt, language) })}</p>
        <ConsentEnd consent={consent} />
      </div>
    </article>
  );
}
