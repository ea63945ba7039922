import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useList } from '../ui/list.ts';
import { type Remedy, rateNames, rates } from './coverage.ts';

interface Props {
  remedy: Remedy;
  organization: string;
  chosen: boolean;
  /** Puts it into the draft, or takes it out; without, it is only said. */
  onChoose?: () => void;
}

/** A remedy, in words, with the rates that it would give; a button where it can be put into the draft. */
export function RemedyButton({ remedy, organization, chosen, onChoose }: Props) {
  const { t } = useTranslation('coverageRates');
  const list = useList();
  const { kind, raises, after, partyOrganization, together } = remedy;
  const what = t(`remedies.${kind}`, {
    party: partyOrganization?.name ?? '',
    others: list(together.map(({ name }) => name)),
  });
  const gives = list(
    rateNames.flatMap((rate) =>
      raises.includes(rate) ? [t('gives', { rate: t(`rates.${rate}`), value: after[rates[rate]].rounded ?? '—' })] : [],
    ),
  );
  return (
    <div className="remedy">
      {onChoose ? (
        <Button
          size="small"
          type={chosen ? 'primary' : 'default'}
          aria-pressed={chosen}
          aria-label={t('choose', { what, organization })}
          onClick={onChoose}
        >
          {what}
        </Button>
      ) : (
        <span>{what}</span>
      )}
      {gives !== '' && <span className="hint">{gives}</span>}
    </div>
  );
}
