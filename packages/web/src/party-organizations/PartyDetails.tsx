import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathOn, useAsOf } from '../ui/asOf.tsx';
import { Details } from '../ui/Details.tsx';
import { Panel } from '../ui/Panel.tsx';
import { unitPath } from '../units/unit.ts';
import { type PartyInFull, partyPath, seatName } from './party.ts';

/** Where a Party organisation stands and sits. */
export function PartyDetails({ party }: { party: PartyInFull }) {
  const { t } = useTranslation('partyOrganizations');
  const asOf = useAsOf();
  const { parent, unit, form, town } = party;
  const rows = [
    {
      label: t('parent'),
      children: parent ? <Link to={pathOn(partyPath(parent.id), asOf)}>{parent.name}</Link> : t('top'),
    },
    {
      label: t('seat'),
      children: unit ? <Link to={pathOn(unitPath(unit.id), asOf)}>{unit.name}</Link> : seatName(party, town),
    },
    { label: t('form'), children: t(`forms.${form}`) },
  ];
  return (
    <Panel title={t('details')}>
      <Details rows={rows} />
    </Panel>
  );
}
