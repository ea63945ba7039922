import { useQuery } from '@apollo/client/react';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../ui/list.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { AddKind, EndKind, ReviseKind } from './KindForms.tsx';
import { PAIRING_KINDS, type PairingKind } from './pairing.ts';

type Doing = { verb: 'add' } | { verb: 'revise' | 'end'; kind: PairingKind };

/** The town's own list of kinds of pairing, each with the categories of household that call for it. */
export function KindSettings({ town }: { town: string }) {
  const { t } = useTranslation('pairings');
  const list = useList();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { data, error, refetch } = useQuery(PAIRING_KINDS, { variables: { code: town } });
  const kinds = data?.town?.pairingKinds;
  if (!kinds) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const onClose = () => setDoing(null);
  return (
    <Panel
      title={t('kinds')}
      flush
      extra={
        <Button size="small" onClick={() => setDoing({ verb: 'add' })}>
          {t('addKind')}
        </Button>
      }
    >
      <p className="lead padded">{t('kindsLead')}</p>
      <ul className="plain entries">
        {kinds.map((kind) => (
          <li key={kind.id}>
            <span className="tags">
              <strong>{kind.name}</strong>
              {kind.sensitive && <Tag>{t('sensitive')}</Tag>}
              <span className="hint">
                {kind.categories?.length ? list(kind.categories.map(({ name }) => name)) : t('noCategories')}
              </span>
            </span>
            <span className="row-actions">
              <Button type="text" size="small" onClick={() => setDoing({ verb: 'revise', kind })}>
                {t('reviseKind')}
              </Button>
              <Button type="text" size="small" danger onClick={() => setDoing({ verb: 'end', kind })}>
                {t('endKind')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {doing?.verb === 'add' && <AddKind town={town} onClose={onClose} />}
      {doing?.verb === 'revise' && <ReviseKind town={town} kind={doing.kind} onClose={onClose} />}
      {doing?.verb === 'end' && <EndKind kind={doing.kind} onClose={onClose} />}
    </Panel>
  );
}
