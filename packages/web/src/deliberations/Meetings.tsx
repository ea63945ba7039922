import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { requestPath } from '../requests/request.ts';
import { useFailureText } from '../ui/failure.ts';
import { Panel } from '../ui/Panel.tsx';
import type { Deliberation } from './deliberation.ts';

const GIVE = graphql(`
  mutation GiveDeliberationEvidence($input: GiveDeliberationEvidenceInput!) {
    giveDeliberationEvidence(input: $input) { deliberation { id } }
  }
`);

const evidence = { RESIDENTS: 'RESIDENTS_MEETING', PARTY: 'PARTY_MEETING' } as const;

/** The meetings, the latest first, and the way of their minutes to the requests that lack them. */
export function Meetings({ deliberation, manages }: { deliberation: Deliberation; manages: boolean }) {
  const { t } = useTranslation('deliberations');
  const { message } = App.useApp();
  const textOf = useFailureText();
  const give = useChange(GIVE);
  const { meetings, requests } = deliberation;
  if (meetings.length === 0) return null;
  return (
    <Panel title={`${t('meetings')} ${meetings.length}`} flush>
      {meetings.toReversed().map(({ id, kind, heldOn, place, present, minutes, evidenceOf }) => {
        const lacking = (requests?.nodes ?? []).filter(
          (request) =>
            request.missingEvidence.includes(evidence[kind]) && !evidenceOf.some((each) => each.id === request.id),
        );
        return (
          <article key={id} className="padded meeting">
            <div>
              <strong className="code">{heldOn}</strong> {t(`meetingKinds.${kind}`)} · {place} ·{' '}
              {t('came', { n: present })}
            </div>
            <p className="written">{minutes}</p>
            {evidenceOf.map((request) => (
              <div key={request.id} className="hint">
                {t('evidenceOf')} <Link to={requestPath(request.id)}>{request.number}</Link>
              </div>
            ))}
            {manages &&
              lacking.map((request) => (
                <Button
                  key={request.id}
                  size="small"
                  onClick={() =>
                    give({ meeting: id, request: request.id }).then(
                      () => void message.success(t('evidenceGiven')),
                      (error: unknown) => void message.error(textOf(error)),
                    )
                  }
                >
                  {t('giveEvidence', { number: request.number })}
                </Button>
              ))}
          </article>
        );
      })}
    </Panel>
  );
}
