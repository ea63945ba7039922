import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { pathOn, useAsOf } from '../ui/asOf.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { unitPath } from '../units/unit.ts';
import { EndPartyPost, GivePartyPost } from './GivePartyPost.tsx';
import { type PartyInFull, type PartyPost, partyPath } from './party.ts';

/** Who holds posts in a Party organisation, by what, and since when; giving and ending. */
export function Posts({ party, posts }: { party: PartyInFull; posts: readonly PartyPost[] }) {
  const { t } = useTranslation('partyOrganizations');
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<PartyPost | null>(null);
  const may = can(party, 'PARTY_KEEP');
  return (
    <Panel
      flush
      title={t('posts', { n: posts.length })}
      extra={
        may && (
          <Button size="small" type="primary" onClick={() => setGiving(true)}>
            {t('givePost')}
          </Button>
        )
      }
    >
      <Sheet<PartyPost>
        rows={posts}
        empty={t('noPosts')}
        columns={[
          { title: t('post'), key: 'title', render: (_, { title }) => t(`titles.${title}`) },
          { title: t('holder'), key: 'holder', render: (_, post) => <Holder post={post} /> },
          {
            title: t('since'),
            key: 'since',
            width: 110,
            render: (_, { validFrom }) => <span className="code">{validFrom}</span>,
          },
          {
            title: '',
            key: 'actions',
            width: 80,
            align: 'right',
            render: (_, post) =>
              may && (
                <Button size="small" type="text" onClick={() => setEnding(post)}>
                  {t('endPost')}
                </Button>
              ),
          },
        ]}
      />
      {giving && <GivePartyPost party={party} onClose={() => setGiving(false)} />}
      {ending && <EndPartyPost post={ending} onClose={() => setEnding(null)} />}
    </Panel>
  );
}

function Holder({ post: { holder, secretaryOf, secretaryAt } }: { post: PartyPost }) {
  const { t } = useTranslation('partyOrganizations');
  const asOf = useAsOf();
  const office = secretaryOf
    ? { to: partyPath(secretaryOf.id), name: secretaryOf.name }
    : secretaryAt && { to: unitPath(secretaryAt.id), name: secretaryAt.name };
  return (
    <>
      {holder?.name ?? <span className="hint">{t('vacant')}</span>}
      {office && (
        <div className="hint">
          <Link to={pathOn(office.to, asOf)}>{t('byOffice', { of: office.name })}</Link>
        </div>
      )}
    </>
  );
}
