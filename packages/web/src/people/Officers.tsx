import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import type { Permission } from '../generated/graphql.ts';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { AppointOfficer } from './AppointOfficer.tsx';
import { EndPost } from './EndPost.tsx';
import { byTitle, type PostInUnit } from './post.ts';

interface Props {
  unit: { id: string; name: string; asOf: string; validTo: string | null; viewerCan: readonly Permission[] };
  town: string;
  posts: readonly PostInUnit[];
}

/** The officers of a unit: who they are, since when; appointing and ending. */
export function Officers({ unit, town, posts }: Props) {
  const { t } = useTranslation(['people', 'units']);
  const [appointing, setAppointing] = useState(false);
  const [ending, setEnding] = useState<PostInUnit | null>(null);
  const may = can(unit, 'OFFICER_APPOINT');
  return (
    <Panel
      flush
      title={`${t('units:officers')} ${posts.length}`}
      extra={
        may && (
          <Button size="small" type="primary" onClick={() => setAppointing(true)}>
            {t('appoint')}
          </Button>
        )
      }
    >
      <Sheet<PostInUnit>
        rows={byTitle(posts)}
        empty={t('units:noOfficers')}
        columns={[
          { title: t('person'), key: 'name', render: (_, { person }) => person.name },
          { title: t('title'), key: 'title', render: (_, { title }) => t(`titles.${title}`) },
          {
            title: t('since'),
            key: 'since',
            width: 110,
            render: (_, { validFrom }) => <span className="code">{validFrom}</span>,
          },
          {
            title: '',
            key: 'actions',
            width: 110,
            align: 'right',
            render: (_, post) =>
              may && (
                <Button size="small" type="text" onClick={() => setEnding(post)}>
                  {t('end')}
                </Button>
              ),
          },
        ]}
      />
      {appointing && <AppointOfficer unit={unit} town={town} onClose={() => setAppointing(false)} />}
      {ending && <EndPost post={ending} onClose={() => setEnding(null)} />}
    </Panel>
  );
}
