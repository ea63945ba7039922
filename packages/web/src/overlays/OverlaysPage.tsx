import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { useTown } from '../towns/town.ts';
import { useAsOf } from '../ui/asOf.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { OpenOverlay } from './OpenOverlay.tsx';
import { OverlayPanel } from './OverlayPanel.tsx';
import { TOWN_OVERLAYS } from './overlay.ts';

/** The overlays of a town, each with its blocks. */
export function Component() {
  const { t } = useTranslation('overlays');
  const town = useTown();
  const [opening, setOpening] = useState(false);
  const { data, error, refetch } = useQuery(TOWN_OVERLAYS, { variables: { code: town.code, asOf: useAsOf() } });
  const overlays = data?.town?.overlays;
  if (!overlays) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  return (
    <div className="column-main">
      <div className="lead-line">
        <p className="hint">{t('lead')}</p>
        {can(town, 'OVERLAY_MANAGE') && (
          <Button type="primary" onClick={() => setOpening(true)}>
            {t('open')}
          </Button>
        )}
      </div>
      {overlays.length === 0 && <p className="hint">{t('none')}</p>}
      {overlays.map((overlay) => (
        <OverlayPanel key={overlay.id} overlay={overlay} town={town} />
      ))}
      {opening && <OpenOverlay town={town.code} onClose={() => setOpening(false)} />}
    </div>
  );
}
