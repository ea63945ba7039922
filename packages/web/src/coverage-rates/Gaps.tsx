import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { organizationPath } from '../organizations/organization.ts';
import type { Town } from '../towns/town.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { askedBy, type CoverageChoice, GAPS, type Gap, type Remedy } from './coverage.ts';
import { type Drafted, keyOf, withRemedy } from './draft.ts';
import { RemedyButton } from './RemedyButton.tsx';

interface Props {
  town: Town;
  choice: CoverageChoice;
  /** The remedies that were put together; null where the viewer takes none. */
  draft: readonly Drafted[] | null;
  onDraft: (draft: readonly Drafted[]) => void;
}

/** The organisations that the chosen rate misses, each with why and what would mend it. */
export function Gaps({ town, choice, draft, onDraft }: Props) {
  const { t } = useTranslation('coverageRates');
  const variables = { code: town.code, ...askedBy(choice), rate: choice.rate, after: null };
  const query = useQuery(GAPS, { variables });
  return (
    <ListPanel
      title={t('gaps', { rate: t(`rates.${choice.rate}`) })}
      none={t('noGaps')}
      query={query}
      list={(data) => data.town?.coverage?.gaps}
    >
      {(gap) => (
        <Line
          key={gap.organization.id}
          gap={gap}
          chosen={(remedy) => draft?.some((each) => keyOf(each) === keyOf({ ...gap, remedy })) === true}
          {...(draft ? { onChoose: (remedy: Remedy) => onDraft(withRemedy(draft, gap, remedy)) } : {})}
        />
      )}
    </ListPanel>
  );
}

interface LineProps {
  gap: Gap;
  chosen: (remedy: Remedy) => boolean;
  onChoose?: (remedy: Remedy) => void;
}

function Line({ gap, chosen, onChoose }: LineProps) {
  const { t } = useTranslation('coverageRates');
  const { organization, reasons, ended, remedies } = gap;
  return (
    <article className="record-line gap-line">
      <div>
        <Link to={organizationPath(organization.id)} className="record-line-name">
          <strong>{organization.name}</strong>
        </Link>
        <div className="hint">
          {organization.kind.name}
          {organization.unit && ` · ${organization.unit.name}`} · {t('members', { n: organization.partyMembers })}
        </div>
      </div>
      <div className="tags">
        {reasons.map((reason) => (
          <Tag key={reason}>{t(`reasons.${reason}`)}</Tag>
        ))}
        {ended && <span className="hint">{t('ended', { day: ended.on, party: ended.partyOrganization.name })}</span>}
      </div>
      <div className="remedies">
        {remedies.map((remedy) => (
          <RemedyButton
            key={remedy.kind}
            remedy={remedy}
            organization={organization.name}
            chosen={chosen(remedy)}
            {...(onChoose && remedy.kind !== 'DEVELOP_MEMBERS' ? { onChoose: () => onChoose(remedy) } : {})}
          />
        ))}
      </div>
    </article>
  );
}
