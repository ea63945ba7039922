import { Button, Form, Radio, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { householdPath } from '../households/household.ts';
import { StateTag } from '../requests/RequestCard.tsx';
import { optionsOf } from '../ui/options.ts';
import type { FoundHousehold } from './caller.ts';

interface Props {
  household: FoundHousehold;
  isChosen: boolean;
  /** Says that it is this household that calls, or, again, that it is not. */
  choose: () => void;
}

/** A household that may be calling: where it lives, its categories, and, once it is chosen, who of it calls and what is open. */
export function CallerHousehold({ household, isChosen, choose }: Props) {
  const { t } = useTranslation(['calls', 'households', 'requests']);
  const { id, code, label, address, block, categories, requests } = household;
  return (
    <article className={isChosen ? 'caller-household chosen' : 'caller-household'}>
      <div className="lead-line">
        <span className="tags">
          <Link to={householdPath(id)} target="_blank">
            <strong>{label ?? code ?? t('households:noCode')}</strong>
          </Link>
          <span className="code">{code}</span>
          <span>{address}</span>
          <span className="hint">{block?.name}</span>
        </span>
        <Button size="small" type={isChosen ? 'default' : 'primary'} onClick={choose}>
          {isChosen ? t('notThem') : t('itIsThem')}
        </Button>
      </div>
      <div className="tags">
        {(categories ?? []).map(({ id: each, name }) => (
          <Tag key={each}>{name}</Tag>
        ))}
      </div>
      {isChosen && <Members household={household} />}
      {isChosen && <Open requests={requests ?? []} />}
      {!isChosen && (requests ?? []).length > 0 && (
        <span className="hint">{t('openRequests', { n: requests?.length })}</span>
      )}
    </article>
  );
}

function Members({ household: { residents } }: { household: FoundHousehold }) {
  const { t } = useTranslation('calls');
  if (!residents || residents.length === 0) return null;
  return (
    <Form.Item name={['caller', 'resident']} label={t('whoOfThem')} className="caller-members">
      <Radio.Group
        size="small"
        optionType="button"
        options={[...optionsOf(residents), { value: null, label: t('somebodyElse') }]}
      />
    </Form.Item>
  );
}

/** What is open of a household's requests; one can be what the call is about. */
function Open({ requests }: { requests: NonNullable<FoundHousehold['requests']> }) {
  const { t } = useTranslation(['calls', 'requests']);
  const form = Form.useFormInstance();
  const about = Form.useWatch(['caller', 'about'], { preserve: true }) ?? null;
  if (requests.length === 0) return <span className="hint">{t('nothingOpen')}</span>;
  return (
    <ul className="plain">
      {requests.map(({ id, number, state, subject, dueOn, overdue }) => (
        <li key={id} className="lead-line">
          <span className="tags">
            <StateTag state={state} />
            {subject.name} <span className="code">{number}</span>
            <span className="hint">{t('requests:dueOn', { day: dueOn })}</span>
            {overdue && <Tag color="error">{t('requests:overdue')}</Tag>}
          </span>
          <Button
            size="small"
            type={about === id ? 'primary' : 'default'}
            aria-pressed={about === id}
            onClick={() => form.setFieldValue(['caller', 'about'], about === id ? null : id)}
          >
            {t('asksAbout')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
