import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { householdPath } from '../households/household.ts';
import { Details } from '../ui/Details.tsx';
import { Panel } from '../ui/Panel.tsx';
import type { Petition } from './petition.ts';

/** What a petition is, who petitions, whom it is about, and its emergency group. */
export function PetitionDetails({ petition }: { petition: Petition }) {
  const { t } = useTranslation(['petitions', 'households']);
  const { petitioners, parties, group, people } = petition;
  const rows = [
    { label: t('way'), children: t(`ways.${petition.way}`) },
    { label: t('class'), children: t(`classes.${petition.class}`) },
    petition.accused && { label: t('accused'), children: petition.accused.name },
    { label: t('received'), children: petition.receivedOn },
    petition.acceptedOn !== null && { label: t('acceptedOn'), children: petition.acceptedOn },
    petition.extendedBy !== null && { label: t('extended'), children: t('days', { n: petition.extendedBy }) },
    petition.answeredOn !== null && { label: t('answeredOn'), children: petition.answeredOn },
    petition.closedOn !== null && { label: t('closedOn'), children: petition.closedOn },
    petition.outcome && { label: t('outcome'), children: t(`outcomes.${petition.outcome}`) },
  ];
  return (
    <>
      <Panel title={t('details')}>
        <Details rows={rows} />
      </Panel>
      <Panel title={`${t('petitioners')} ${people}`}>
        <ul className="plain">
          {petitioners.map(({ id, name, telephone, representative, household }) => (
            <li key={id} className="lead-line">
              <span>
                {name} {telephone && <span className="code">{telephone}</span>}{' '}
                {household && <Link to={householdPath(household.id)}>{household.code ?? t('households:noCode')}</Link>}
              </span>
              {representative && <Tag color="blue">{t('speaker')}</Tag>}
            </li>
          ))}
        </ul>
        {petitioners.length < people && <p className="hint">{t('unnamed', { n: people - petitioners.length })}</p>}
      </Panel>
      {parties.length > 0 && (
        <Panel title={t('parties')}>
          <ul className="plain">
            {parties.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </Panel>
      )}
      {group.length > 0 && (
        <Panel title={t('group')}>
          <ul className="plain">
            {group.map(({ lead, since, person }) => (
              <li key={person?.id} className="lead-line">
                <span>
                  {person?.name} <span className="code">{since}</span>
                </span>
                {lead && <Tag color="blue">{t('lead')}</Tag>}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
