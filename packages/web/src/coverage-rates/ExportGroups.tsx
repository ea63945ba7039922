import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type FileCell, saveTable, tableFormats } from '../ui/tableFile.ts';
import { type Coverage, type CoverageChoice, rateNames, rates } from './coverage.ts';
import { useGroupName } from './useGroupName.ts';

interface Props {
  /** What the town is called. */
  name: string;
  coverage: Coverage;
  choice: CoverageChoice;
}

/** Saves the rates as they are told apart, as a file: of each its numerator, its denominator and the rate as it is written. */
export function ExportGroups({ name, coverage, choice }: Props) {
  const { t } = useTranslation('coverageRates');
  const nameOf = useGroupName();
  const head: FileCell[] = [t(`dimensions.${choice.dimension}`), t('organizations')];
  for (const rate of rateNames) head.push(`${t(`rates.${rate}`)} ${t('counted')}`, t(`rates.${rate}`));
  const line = (
    label: string,
    of: Pick<Coverage, 'organizations' | (typeof rates)[keyof typeof rates]>,
  ): FileCell[] => [
    label,
    of.organizations,
    ...rateNames.flatMap((rate) => [of[rates[rate]].numerator, of[rates[rate]].rounded ?? null]),
  ];
  const rows = [head, ...coverage.by.map((group) => line(nameOf(group), group)), line(t('all'), coverage)];
  return tableFormats.map((format) => (
    <Button
      key={format}
      size="small"
      onClick={() => void saveTable(`${name} ${t('title')} ${coverage.on}`, rows, format)}
    >
      {format}
    </Button>
  ));
}
