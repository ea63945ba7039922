import { useTranslation } from 'react-i18next';
import { History } from '../ui/History.tsx';
import { PartyKindTag } from './KindTag.tsx';
import { type PartyInFull, seatName } from './party.ts';

/** What a Party organisation was, period by period. */
export function Versions({ party: { versions, town } }: { party: PartyInFull }) {
  const { t } = useTranslation('partyOrganizations');
  return (
    <History
      periods={versions.map(({ name, kind, form, parent, validFrom, validTo, ...seat }) => ({
        from: validFrom,
        to: validTo,
        title: (
          <>
            {name} <PartyKindTag kind={kind} form={form} />
          </>
        ),
        note: [`${t('parent')} ${parent?.name ?? t('top')}`, `${t('seat')} ${seatName(seat, town)}`].join(' · '),
      }))}
    />
  );
}
