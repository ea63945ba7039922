import { useQuery } from '@apollo/client/react';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useChange } from '../change.ts';
import { useTown } from '../towns/town.ts';
import { dayInShanghai, momentInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { DRAFT_RESTRUCTURING, DRAFTS, draftPath } from './draft.ts';
import { type Head, HeadFields } from './HeadFields.tsx';

/** A town's drafts of restructurings; nobody sees them but those who may restructure it. */
export function Component() {
  const { t, i18n } = useTranslation(['restructurings', 'ui']);
  const { code } = useTown();
  const [drawing, setDrawing] = useState(false);
  const query = useQuery(DRAFTS, { variables: { code } });
  const { data, error, refetch } = query;
  const list = data?.town?.restructurings;
  if (!list) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  return (
    <Panel
      flush
      title={`${t('draft.all')} ${list.totalCount}`}
      extra={
        <Button type="primary" onClick={() => setDrawing(true)}>
          {t('draft.new')}
        </Button>
      }
    >
      <p className="lead padded">{t('draft.lead')}</p>
      <Sheet
        rows={list.edges.map(({ node }) => node)}
        empty={t('draft.none')}
        columns={[
          {
            title: t('draft.effectiveOn'),
            key: 'day',
            width: 120,
            render: (_, { effectiveOn }) => <span className="code">{effectiveOn}</span>,
          },
          {
            title: t('draft.reason'),
            key: 'reason',
            render: (_, { id, reason, documentNumber, origin }) => (
              <>
                <Link to={draftPath(code, id)}>{reason ?? t('noReason')}</Link>
                {documentNumber && <> · {documentNumber}</>}{' '}
                {origin === 'REGISTER' && <Tag color="gold">{t('draft.register')}</Tag>}
              </>
            ),
          },
          { title: t('draft.by'), key: 'by', render: (_, { draftedBy }) => draftedBy ?? '—' },
          {
            title: t('draft.at'),
            key: 'at',
            render: (_, { draftedAt }) => <span className="hint">{momentInShanghai(draftedAt, i18n.language)}</span>,
          },
        ]}
      />
      <MoreButton query={query} list={(data) => data.town?.restructurings} />
      {drawing && <NewDraft town={code} onClose={() => setDrawing(false)} />}
    </Panel>
  );
}

function NewDraft({ town, onClose }: { town: string; onClose: () => void }) {
  const { t } = useTranslation('restructurings');
  const navigate = useNavigate();
  const draw = useChange(DRAFT_RESTRUCTURING, { rereads: false });
  return (
    <FormModal<Head>
      title={t('draft.new')}
      submitLabel={t('draft.begin')}
      initialValues={{ effectiveOn: dayInShanghai(), documentNumber: '' }}
      onClose={onClose}
      onSubmit={async ({ effectiveOn, reason, documentNumber }) => {
        const head = { effectiveOn, reason, documentNumber: documentNumber.trim() || null };
        const { draftRestructuring } = await draw({ town, ...head, steps: [] });
        await navigate(draftPath(town, draftRestructuring.restructuring.id));
        return null;
      }}
    >
      <HeadFields />
    </FormModal>
  );
}
