import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestInFull } from '../requests/request.ts';
import { BeginMediation } from './BeginMediation.tsx';

/** Begins a mediation out of a request, for whoever mediates somewhere in the town. */
export function MediateRequest({ request }: { request: RequestInFull }) {
  const { t } = useTranslation('mediations');
  const [beginning, setBeginning] = useState(false);
  const { town } = request.block;
  if (!town.viewerCanSomewhere.includes('MEDIATION_RECORD')) return null;
  return (
    <>
      <Button onClick={() => setBeginning(true)}>{t('ofRequest')}</Button>
      {beginning && <BeginMediation town={town} request={request} onClose={() => setBeginning(false)} />}
    </>
  );
}
