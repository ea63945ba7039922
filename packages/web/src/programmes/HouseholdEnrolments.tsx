import { skipToken, useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { graphql } from '../generated/index.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { programmePath } from './programme.ts';

// What a household's page shows of an enrolment, for the documents below.
graphql(`
  fragment HouseholdEnrolment on ProgrammeEnrolment {
    id
    state
    enrolledOn
    programme { id name }
    resident { id name }
  }
`);
const HOUSEHOLD_ENROLMENTS = graphql(`
  query HouseholdEnrolments($id: ID!, $for: ReadingPurpose!) @purpose(of: $for) {
    household(id: $id) { id enrolments { ...HouseholdEnrolment } }
  }
`);
const HOUSEHOLD_ENROLMENTS_MASKED = graphql(`
  query HouseholdEnrolmentsMasked($id: ID!) {
    household(id: $id) { id enrolments { ...HouseholdEnrolment } }
  }
`);

/** In which programmes a household and its members take part. They are enrolled on the programme's page. */
export function HouseholdEnrolments({ household: { id } }: { household: { id: string } }) {
  const { t } = useTranslation('programmes');
  const purpose = usePurpose();
  const full = useQuery(HOUSEHOLD_ENROLMENTS, purpose ? { variables: { id, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(HOUSEHOLD_ENROLMENTS_MASKED, purpose ? skipToken : { variables: { id }, ...unkept });
  const { data, error, refetch } = purpose ? full : masked;
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={2} />;
  const enrolments = data.household?.enrolments;
  if (!enrolments) return null;
  return (
    <Panel flush title={`${t('programmes')} ${enrolments.length}`}>
      {enrolments.length === 0 && <p className="hint padded">{t('noneOfHousehold')}</p>}
      {enrolments.map(({ id: key, programme, resident, state, enrolledOn }) => (
        <article key={key} className="record-line">
          <div>
            {programme ? <Link to={programmePath(programme.id)}>{programme.name}</Link> : t('hidden')}
            <div className="hint">{t('enrolledOn', { day: enrolledOn })}</div>
          </div>
          <div>{resident?.name}</div>
          <div className="tags">
            <Tag>{t(`enrolmentStates.${state}`)}</Tag>
          </div>
        </article>
      ))}
    </Panel>
  );
}
