import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { JoinHouseholds } from '../residents/JoinHouseholds.tsx';
import { SplitHousehold } from '../residents/SplitHousehold.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { RecordVisit } from '../visits/RecordVisit.tsx';
import { EndHousehold } from './EndHousehold.tsx';
import { type Household, placesOn } from './household.ts';
import { MoveHousehold } from './MoveHousehold.tsx';
import { PlaceInOverlay } from './PlaceInOverlay.tsx';
import { RemoveFromOverlay } from './RemoveFromOverlay.tsx';

const changeVerbs = ['move', 'split', 'join', 'place', 'remove', 'end'] as const;

interface Props {
  household: Household;
  town: string;
  /** In a row the changes are under one button. */
  inRow?: boolean;
}

/** What its viewer may do with a household, as buttons. */
export function HouseholdActions({ household, town, inRow = false }: Props) {
  const { t } = useTranslation(['households', 'residents', 'visits']);
  const [doing, setDoing] = useState<'visit' | (typeof changeVerbs)[number] | null>(null);
  const stop = () => setDoing(null);
  const overlaid = placesOn(household.places, dayInShanghai()).filter(({ block }) => block.overlay !== null);
  const changes = can(household, 'HOUSEHOLD_REGISTER') && household.validTo === null;
  const verbs = changeVerbs.filter((verb) => changes && (verb !== 'remove' || overlaid.length > 0));
  const labelOf = (verb: (typeof changeVerbs)[number]) =>
    verb === 'split' || verb === 'join' ? t(`residents:${verb}`) : t(verb);
  const size = inRow ? 'small' : 'medium';
  return (
    <div className={inRow ? 'row-actions' : 'actions'}>
      {can(household, 'VISIT_RECORD') && (household.validTo ?? '9999') > dayInShanghai() && (
        <Button size={size} type={inRow ? 'text' : 'primary'} onClick={() => setDoing('visit')}>
          {t('visits:record')}
        </Button>
      )}
      {inRow && verbs.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: verbs.map((verb) => ({ key: verb, label: labelOf(verb), danger: verb === 'end' })),
            onClick: ({ key }) => setDoing(verbs.find((verb) => verb === key) ?? null),
          }}
        >
          <Button size={size} type="text" aria-label={t('changesOf', { code: household.code ?? t('noCode') })}>
            {t('changes')}
          </Button>
        </Dropdown>
      )}
      {!inRow &&
        verbs.map((verb) => (
          <Button key={verb} size={size} danger={verb === 'end'} onClick={() => setDoing(verb)}>
            {labelOf(verb)}
          </Button>
        ))}
      {doing === 'visit' && <RecordVisit household={household} town={town} onClose={stop} />}
      {doing === 'move' && <MoveHousehold household={household} town={town} onClose={stop} />}
      {doing === 'split' && <SplitHousehold household={household} town={town} onClose={stop} />}
      {doing === 'join' && <JoinHouseholds household={household} town={town} onClose={stop} />}
      {doing === 'place' && <PlaceInOverlay household={household} town={town} onClose={stop} />}
      {doing === 'remove' && <RemoveFromOverlay household={household} places={overlaid} onClose={stop} />}
      {doing === 'end' && <EndHousehold household={household} onClose={stop} />}
    </div>
  );
}
