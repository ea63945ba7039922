import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestInFull } from '../requests/request.ts';
import { ProposeDeliberation } from './ProposeDeliberation.tsx';

/** Proposes a deliberation out of a request that helps some and hurts others and is not handled yet. */
export function DeliberateRequest({ request }: { request: RequestInFull }) {
  const { t } = useTranslation('deliberations');
  const [proposing, setProposing] = useState(false);
  const { town } = request.block;
  const open = ['RAISED', 'ACCEPTED', 'REFERRED'].includes(request.state);
  if (!open || request.handlingClass !== 'MIXED' || !town.viewerCanSomewhere.includes('DELIBERATION_MANAGE'))
    return null;
  return (
    <>
      <Button onClick={() => setProposing(true)}>{t('propose')}</Button>
      {proposing && (
        <ProposeDeliberation
          town={town}
          from={{ request: request.id, unit: request.block.id }}
          onClose={() => setProposing(false)}
        />
      )}
    </>
  );
}
