import { skipToken, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { dayInShanghai } from '../ui/day.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { PairingLine } from './PairingLine.tsx';
import {
  filterOf,
  PAIRINGS,
  PAIRINGS_DUE,
  PAIRINGS_DUE_FOR,
  PAIRINGS_FOR,
  type PairingChoice,
  type PairingRow,
} from './pairing.ts';

interface Props {
  town: string;
  choice: PairingChoice;
}

const line = (pairing: PairingRow) => <PairingLine key={pairing.id} pairing={pairing} />;

/** The pairings that are chosen, the latest first. */
export function PairingList({ town, choice }: Props) {
  const { t } = useTranslation('pairings');
  const purpose = usePurpose();
  const variables = { code: town, filter: filterOf(choice, dayInShanghai()), after: null };
  const full = useQuery(PAIRINGS_FOR, purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(PAIRINGS, purpose ? skipToken : { variables, ...unkept });
  const panel = { title: t('pairings'), extra: <PurposePicker />, none: t('none') };
  return purpose ? (
    <ListPanel {...panel} query={full} list={({ town }) => town?.pairings}>
      {line}
    </ListPanel>
  ) : (
    <ListPanel {...panel} query={masked} list={({ town }) => town?.pairings}>
      {line}
    </ListPanel>
  );
}

/** Those of the chosen pairings whose next contact is due, those first that have been due longest. */
export function DueList({ town, choice }: Props) {
  const { t } = useTranslation('pairings');
  const purpose = usePurpose();
  const variables = { code: town, filter: filterOf({ ...choice, ended: true }, dayInShanghai()), after: null };
  const full = useQuery(
    PAIRINGS_DUE_FOR,
    purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken,
  );
  const masked = useQuery(PAIRINGS_DUE, purpose ? skipToken : { variables, ...unkept });
  const panel = { title: t('views.due'), extra: <PurposePicker />, none: t('noneDue') };
  return purpose ? (
    <ListPanel {...panel} query={full} list={({ town }) => town?.pairingsDue}>
      {line}
    </ListPanel>
  ) : (
    <ListPanel {...panel} query={masked} list={({ town }) => town?.pairingsDue}>
      {line}
    </ListPanel>
  );
}
