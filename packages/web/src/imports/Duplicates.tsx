import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choosing, DuplicateChoice } from './choices.ts';
import { RowChoices } from './RowChoices.tsx';

interface Props<Duplicate extends { row: number }> extends Choosing<Duplicate, DuplicateChoice> {
  title: string;
  lead: string;
  /** What a row is called by, under which heading. */
  named: { title: string; of: (duplicate: Duplicate) => string };
  /** What a row may describe. */
  perhaps: (duplicate: Duplicate) => ReactNode;
}

/** The rows that may describe what is there elsewhere already, with what is to become of each. */
export function Duplicates<Duplicate extends { row: number }>({ named, perhaps, ...props }: Props<Duplicate>) {
  const { t } = useTranslation('imports');
  return (
    <RowChoices
      {...props}
      options={[
        { value: 'SKIP', label: t('skip'), all: t('skipAll') },
        { value: 'ADD', label: t('add'), all: t('addAll') },
      ]}
      columns={[
        { title: named.title, key: 'named', render: (_, duplicate) => named.of(duplicate) },
        { title: t('perhaps'), key: 'perhaps', render: (_, duplicate) => perhaps(duplicate) },
      ]}
    />
  );
}
