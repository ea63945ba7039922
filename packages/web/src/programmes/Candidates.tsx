import { skipToken, useQuery } from '@apollo/client/react';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { householdPath } from '../households/household.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { withOne } from '../ui/withOne.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { Enrol } from './EnrolmentForms.tsx';
import { CANDIDATES, CANDIDATES_FOR, type Candidate, type Programme } from './programme.ts';

/** For whom a programme is who does not take part, and the way to take them in: as many as are picked at once. */
export function Candidates({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  const purpose = usePurpose();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [enrolling, setEnrolling] = useState(false);
  const [unit, setUnit] = useState<string | null>(null);
  const [before, setBefore] = useState<true | null>(null);
  const isRepeated = programme.series.some(({ firstDay }) => firstDay < programme.firstDay);
  const variables = { id: programme.id, unit, before, after: null };
  const full = useQuery(CANDIDATES_FOR, purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(CANDIDATES, purpose ? skipToken : { variables, ...unkept });
  const isOpen = programme.state === 'OPEN';
  const panel = {
    title: t('candidates'),
    none: t('noCandidates'),
    extra: (
      <span className="actions">
        {isRepeated && (
          <Checkbox checked={before === true} onChange={({ target }) => setBefore(target.checked ? true : null)}>
            {t('tookPartBefore')}
          </Checkbox>
        )}
        <TreeFilter
          town={programme.town.code}
          all={t('units')}
          value={unit}
          onChange={(chosen) => setUnit(chosen ?? null)}
        />
        {isOpen && (
          <Button type="primary" size="small" disabled={picked.size === 0} onClick={() => setEnrolling(true)}>
            {picked.size === 0 ? t('enrol') : t('enrolMany', { n: picked.size })}
          </Button>
        )}
      </span>
    ),
  };
  const line = (candidate: Candidate) => {
    const taker = takerOf(candidate);
    return (
      <Line
        key={taker}
        candidate={candidate}
        picked={picked.has(taker)}
        {...(isOpen && { onPick: (isChosen: boolean) => setPicked(withOne(picked, taker, isChosen)) })}
      />
    );
  };
  return (
    <>
      {purpose ? (
        <ListPanel {...panel} query={full} list={({ programme }) => programme?.candidates}>
          {line}
        </ListPanel>
      ) : (
        <ListPanel {...panel} query={masked} list={({ programme }) => programme?.candidates}>
          {line}
        </ListPanel>
      )}
      {enrolling && (
        <Enrol
          programme={programme}
          takers={[...picked]}
          onDone={() => setPicked(new Set())}
          onClose={() => setEnrolling(false)}
        />
      )}
    </>
  );
}

const takerOf = ({ resident, household }: Candidate) => resident?.id ?? household?.id ?? '';

interface LineProps {
  candidate: Candidate;
  picked: boolean;
  onPick?: (isChosen: boolean) => void;
}

/** One who might take part, with their household. */
function Line({ candidate: { household, resident }, picked, onPick }: LineProps) {
  const { t } = useTranslation(['programmes', 'households']);
  const name = resident?.name ?? household?.label ?? household?.code ?? t('somebody');
  return (
    <article className="record-line">
      <div>
        {onPick && household && can(household, 'ENROLMENT_KEEP') && (
          <Checkbox
            checked={picked}
            aria-label={t('pick', { name })}
            onChange={({ target }) => onPick(target.checked)}
          />
        )}{' '}
        <strong>{name}</strong>
      </div>
      <div>{household && <Link to={householdPath(household.id)}>{household.code ?? t('households:noCode')}</Link>}</div>
    </article>
  );
}
