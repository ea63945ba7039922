import { useTranslation } from 'react-i18next';
import { RequestLinks } from '../requests/RequestLinks.tsx';
import { Panel } from '../ui/Panel.tsx';
import { FindingActions } from './FindingActions.tsx';
import { FindingEvents } from './FindingEvents.tsx';
import { FindingPhotos } from './FindingPhotos.tsx';
import { FindingTags } from './FindingTags.tsx';
import type { Finding } from './patrol.ts';

/** One problem or suggestion of a patrol: what it says, its photographs, what may be done with it and what was. */
export function FindingPanel({ finding, number, town }: { finding: Finding; number: number; town: string }) {
  const { t } = useTranslation('patrols');
  const { text, place, photos, request } = finding;
  return (
    <Panel title={t('finding', { n: number })} extra={<FindingTags finding={finding} />}>
      <p className="written">{text}</p>
      {place !== null && <p className="hint">{place}</p>}
      {photos.length > 0 && <FindingPhotos finding={finding.id} seq={1} />}
      {request && <RequestLinks requests={[request]} />}
      <FindingActions finding={finding} town={town} />
      {finding.events.length > 1 && <FindingEvents finding={finding} />}
    </Panel>
  );
}
