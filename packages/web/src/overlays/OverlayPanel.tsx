import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OverlayBlocksQuery } from '../generated/graphql.ts';
import type { Town } from '../towns/town.ts';
import { pathOn, useAsOf } from '../ui/asOf.tsx';
import { useList } from '../ui/list.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { usePeriod } from '../ui/period.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { unitPath } from '../units/unit.ts';
import { OverlayActions } from './OverlayActions.tsx';
import { headsOf, householdsIn, OVERLAY_BLOCKS, type Overlay, type OverlayBlock } from './overlay.ts';

/** An overlay with its blocks: where each stands, who heads it, how many households it holds. */
export function OverlayPanel({ overlay, town }: { overlay: Overlay; town: Town }) {
  const { t } = useTranslation('overlays');
  const period = usePeriod();
  const list = useList();
  const asOf = useAsOf();
  const query = useQuery(OVERLAY_BLOCKS, { variables: { id: overlay.id, asOf } });
  const { data, error, refetch } = query;
  const blocks = data && blocksIn(data);
  return (
    <Panel flush title={overlay.name} extra={<OverlayActions overlay={overlay} town={town} />}>
      <p className="hint padded">
        {t('blockCount', { n: overlay.blockCount })} · {period(overlay.validFrom, overlay.validTo)}
      </p>
      {!blocks && (error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={3} />)}
      {blocks && (
        <Sheet<OverlayBlock>
          rows={blocks.edges.map(({ node }) => node)}
          empty={t('noBlocks')}
          columns={[
            {
              title: t('block'),
              key: 'name',
              render: (_, { id, name }) => <Link to={pathOn(unitPath(id), asOf)}>{name}</Link>,
            },
            {
              title: t('households'),
              key: 'households',
              width: 72,
              render: (_, block) => <span className="count">{householdsIn(block) ?? '—'}</span>,
            },
            { title: t('parent'), key: 'parent', render: (_, { parent }) => parent?.name ?? town.name },
            { title: t('heads'), key: 'heads', render: (_, block) => list(headsOf(block)) },
          ]}
        />
      )}
      <MoreButton query={query} list={blocksIn} />
    </Panel>
  );
}

function blocksIn({ node }: OverlayBlocksQuery) {
  return node && 'blocks' in node ? node.blocks : undefined;
}
