import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Town } from '../towns/town.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { useList } from '../ui/list.ts';
import { listOf, PETITIONS, type PetitionChoice, type PetitionRow, petitionPath } from './petition.ts';
import { StateTag } from './StateTag.tsx';

/** The petitions that are chosen, a line each. */
export function PetitionList({ town, choice }: { town: Town; choice: PetitionChoice }) {
  const { t } = useTranslation('petitions');
  const variables = { code: town.code, ...listOf(choice), after: null };
  const query = useQuery(PETITIONS, { variables });
  return (
    <ListPanel title={t('petitions')} none={t('none')} query={query} list={(data) => data.town?.petitions}>
      {(petition) => <Line key={petition.id} petition={petition} town={town.name} />}
    </ListPanel>
  );
}

/** One petition: what it is about and from how many, who deals with it, and until when. */
function Line({ petition, town }: { petition: PetitionRow; town: string }) {
  const { t } = useTranslation(['petitions', 'requests']);
  const list = useList();
  const { subject, number, people, parties, unit, holder, dueOn } = petition;
  const details = [t(`ways.${petition.way}`), t('receivedOn', { day: petition.receivedOn })];
  if (parties.length > 0) details.push(t('about', { parties: list(parties.map(({ name }) => name)) }));
  return (
    <article className={petition.overdue ? 'record-line overdue' : 'record-line'}>
      <div>
        <Link to={petitionPath(petition.id)} className="record-line-name">
          <strong>{subject.name}</strong> <span className="code">{number}</span>
        </Link>
        <div className="hint">{details.join(' · ')}</div>
      </div>
      <div>
        {unit?.name ?? town}
        <div className="hint">{holder?.name ?? t('nobody')}</div>
      </div>
      <div className="tags">
        <StateTag state={petition.state} />
        {people > 1 && <Tag variant="outlined">{t('people', { n: people })}</Tag>}
        {dueOn !== null && <span className="hint">{t('dueOn', { day: dueOn })}</span>}
        {petition.overdue && <Tag color="error">{t('requests:overdue')}</Tag>}
      </div>
    </article>
  );
}
