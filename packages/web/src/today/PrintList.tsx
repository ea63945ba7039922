import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetRow } from './sheet.ts';
import { VisitSheet } from './VisitSheet.tsx';

/** Prints a visit list. */
export function PrintList({ town, by, rows }: { town: string; by: string; rows: readonly SheetRow[] }) {
  const { t } = useTranslation('today');
  const [printing, setPrinting] = useState(false);
  const stop = useCallback(() => setPrinting(false), []);
  return (
    <>
      <Button size="small" icon={<PrinterOutlined />} onClick={() => setPrinting(true)}>
        {t('print')}
      </Button>
      {printing && <VisitSheet town={town} by={by} rows={rows} onPrinted={stop} />}
    </>
  );
}
