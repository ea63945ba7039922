import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import type { Town } from '../towns/town.ts';
import { CloseOverlay } from './CloseOverlay.tsx';
import { OpenOverlayBlock } from './OpenOverlayBlock.tsx';
import type { Overlay } from './overlay.ts';
import { RenameOverlay } from './RenameOverlay.tsx';

/** What its viewer may do with an overlay, as buttons. */
export function OverlayActions({ overlay, town }: { overlay: Overlay; town: Town }) {
  const { t } = useTranslation('overlays');
  const [doing, setDoing] = useState<'block' | 'rename' | 'close' | null>(null);
  const stop = () => setDoing(null);
  const manages = can(town, 'OVERLAY_MANAGE');
  return (
    <div className="actions">
      {can(town, 'UNIT_OPEN') && overlay.validTo === null && (
        <Button size="small" type="primary" onClick={() => setDoing('block')}>
          {t('openBlock')}
        </Button>
      )}
      {manages && (
        <Button size="small" onClick={() => setDoing('rename')}>
          {t('rename')}
        </Button>
      )}
      {manages && overlay.validTo === null && (
        <Button size="small" danger onClick={() => setDoing('close')}>
          {t('close')}
        </Button>
      )}
      {doing === 'block' && <OpenOverlayBlock overlay={overlay} town={town} onClose={stop} />}
      {doing === 'rename' && <RenameOverlay overlay={overlay} onClose={stop} />}
      {doing === 'close' && <CloseOverlay overlay={overlay} onClose={stop} />}
    </div>
  );
}
