import { useTranslation } from 'react-i18next';
import type { PartyOrganizationForm, PartyOrganizationKind } from '../generated/graphql.ts';

/** What kind a Party organisation is of, and of whom it is made up where that is not one alone. */
export function PartyKindTag({ kind, form }: { kind: PartyOrganizationKind; form?: PartyOrganizationForm }) {
  const { t } = useTranslation('partyOrganizations');
  const made = form === undefined || form === 'INDEPENDENT' ? '' : t(`forms.${form}`);
  return (
    <span className={`kind kind-party kind-party-${kind.toLowerCase().replaceAll('_', '-')}`}>
      {[made, t(`kinds.${kind}`)].filter(Boolean).join(' ')}
    </span>
  );
}
