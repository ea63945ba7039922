import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { useChange } from '../change.ts';
import { Panel } from '../ui/Panel.tsx';
import { IssueCertificates, RevokeCertificate } from './CertificateForms.tsx';
import { PickPeople } from './PickPeople.tsx';
import { PrintCertificates } from './PrintCertificates.tsx';
import type { Programme } from './programme.ts';
import { type Marked, RECORD_RESULTS, RESULTS_FOR, standing } from './results.ts';

/** With what people came out of a programme: who is still to be marked, and who is, with their certificates. It is told for a purpose only. */
export function Results({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmeResults');
  const purpose = usePurpose();
  if (purpose === null) {
    return (
      <Panel title={t('results')}>
        <p className="hint">{t('resultsLead')}</p>
      </Panel>
    );
  }
  return <Told programme={programme} purpose={purpose} />;
}

interface ToldProps {
  programme: Programme;
  purpose: NonNullable<ReturnType<typeof usePurpose>>;
}

function Told({ programme, purpose }: ToldProps) {
  const { t } = useTranslation('programmeResults');
  const record = useChange(RECORD_RESULTS);
  const [unit, setUnit] = useState<string | null>(null);
  const [state, setState] = useState<'unmarked' | 'marked'>('unmarked');
  const [issuing, setIssuing] = useState(false);
  const [revoking, setRevoking] = useState<Marked | null>(null);
  const filter = { unit, hasResult: state === 'marked' };
  const variables = { id: programme.id, filter, after: null, for: purpose };
  const query = useQuery(RESULTS_FOR, { variables, ...unkept });
  const manages = can(programme, 'PROGRAMME_MANAGE') && !['PLANNED', 'CANCELLED'].includes(programme.state);

  const put = (passed: boolean) => (picked: readonly string[], mark: string) =>
    record({
      programme: programme.id,
      results: picked.map((enrolment) => ({ enrolment, passed, ...(mark === '' ? {} : { mark }) })),
    });
  const acts = [
    { label: t('passed'), isMain: true, put: put(true) },
    { label: t('failed'), isMain: false, put: put(false) },
  ];
  const certified = query.data?.programme?.enrolments?.nodes.filter(standing) ?? [];
  return (
    <>
      <PickPeople
        {...{ programme, unit, state, query }}
        title={t('results')}
        none={t(state === 'unmarked' ? 'allMarked' : 'nobodyMarked')}
        states={(['unmarked', 'marked'] as const).map((value) => ({ value, label: t(value) }))}
        onState={setState}
        onUnit={setUnit}
        note={{ label: t('mark'), stays: false }}
        acts={manages ? acts : []}
        mayPick={() => manages}
        about={(marked: Marked) => <About marked={marked} {...(manages && { onRevoke: () => setRevoking(marked) })} />}
        list={({ programme }) => programme?.enrolments}
      />
      <div className="actions">
        {manages && (programme.results.passed ?? 0) > (programme.results.certified ?? 0) && (
          <Button size="small" onClick={() => setIssuing(true)}>
            {t('issue')}
          </Button>
        )}
        {certified.length > 0 && <PrintCertificates programme={programme} certified={certified} />}
      </div>
      {issuing && <IssueCertificates programme={programme} onClose={() => setIssuing(false)} />}
      {revoking && <RevokeCertificate marked={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

function About({ marked, onRevoke }: { marked: Marked; onRevoke?: () => void }) {
  const { t } = useTranslation('programmeResults');
  const certificate = standing(marked);
  if (!marked.result) return null;
  return (
    <>
      {t(marked.result.passed ? 'passed' : 'failed')} {marked.result.mark}
      {certificate && (
        <div className="hint">
          {certificate.number} {certificate.validTo !== null && t('validTo', { day: certificate.validTo })}
          {onRevoke && (
            <Button type="link" size="small" onClick={onRevoke}>
              {t('revoke')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
