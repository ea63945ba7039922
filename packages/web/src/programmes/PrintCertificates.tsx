import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OnPaper } from '../ui/OnPaper.tsx';
import type { Programme } from './programme.ts';
import { type Marked, standing } from './results.ts';

interface Props {
  programme: Programme;
  /** Who has a certificate that stands. */
  certified: readonly Marked[];
}

/** Prints the certificates of those who are listed, one on each page. */
export function PrintCertificates({ programme, certified }: Props) {
  const { t } = useTranslation('programmeResults');
  const [printing, setPrinting] = useState(false);
  const stop = useCallback(() => setPrinting(false), []);
  return (
    <>
      <Button size="small" icon={<PrinterOutlined />} onClick={() => setPrinting(true)}>
        {t('printCertificates', { n: certified.length })}
      </Button>
      {printing && <Sheets programme={programme} certified={certified} onPrinted={stop} />}
    </>
  );
}

function Sheets({ programme, certified, onPrinted }: Props & { onPrinted: () => void }) {
  const { t } = useTranslation(['programmeResults', 'programmes']);
  const { firstDay: first, lastDay: last } = programme;
  const days = first === last ? first : t('programmes:days', { first, last });
  return (
    <OnPaper paper="certificates" onPrinted={onPrinted}>
      {certified.map((each) => {
        const { id, result, resident, household } = each;
        const certificate = standing(each);
        const name = resident?.name ?? household?.label ?? household?.code ?? '';
        return (
          certificate && (
            <article key={id}>
              <h1>{t('certificate')}</h1>
              <p className="name">{name}</p>
              <p>{t('certificateText', { name: programme.name, days })}</p>
              {result?.mark && <p>{t('certificateMark', { mark: result.mark })}</p>}
              <footer>
                <div>{t('certificateNumber', { number: certificate.number })}</div>
                {certificate.validTo !== null && <div>{t('validTo', { day: certificate.validTo })}</div>}
                <div>{programme.unit?.name ?? programme.town.name}</div>
                <div>{certificate.issuedOn}</div>
              </footer>
            </article>
          )
        );
      })}
    </OnPaper>
  );
}
