import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What is known of something, a row each under its label; what is null or false is left out. */
export function Details({ rows }: { rows: readonly ({ label: string; children: ReactNode } | null | false)[] }) {
  const { i18n } = useTranslation();
  const known = rows.filter((row) => row !== null && row !== false);
  return (
    <Descriptions
      key={i18n.language}
      column={1}
      size="small"
      // Paler, as by itself, they are hard to read.
      styles={{ label: { color: 'var(--ink-2)' } }}
      items={known.map((row) => ({ key: row.label, ...row }))}
    />
  );
}
