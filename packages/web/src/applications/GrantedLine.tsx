import { useTranslation } from 'react-i18next';
import type { GrantedConsentsQuery, Permission } from '../generated/graphql.ts';
import { useLanguage } from '../i18n/language.ts';
import { dayBefore, momentInShanghai } from '../ui/day.ts';
import type { WhyEnded } from './ended.ts';
import { ScopeList } from './ScopeList.tsx';

type Granted = NonNullable<NonNullable<GrantedConsentsQuery['application']>['consents']>['nodes'][number];

interface Props {
  consent: Granted;
  /** What the application asks for and the town has not consented to. */
  missing?: readonly Permission[];
  /** Why it holds no more; left out of one that holds. */
  ended?: WhyEnded;
}

/** What a town lets an application do, since and until when, and what it does not let it; or what it let it, and why no more. */
export function GrantedLine({ consent, missing = [], ended }: Props) {
  const { t } = useTranslation('applications');
  const language = useLanguage();
  const { town, scopes, grantedAt, validTo, endedAt } = consent;
  const day = validTo === null ? '' : dayBefore(validTo);
  const at = endedAt === null ? '' : momentInShanghai(endedAt, language);
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
        {ended === undefined ? (
          <p>{validTo === null ? t('untilWithdrawn') : t('until', { day })}</p>
        ) : (
          <p>{t(`endedBecause.${ended}`, { day, at })}</p>
        )}
      </div>
    </article>
  );
}
