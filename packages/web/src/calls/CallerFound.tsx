import { skipToken, useQuery } from '@apollo/client/react';
import { Form } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { unkept } from '../audit/purpose.ts';
import { dayInShanghai } from '../ui/day.ts';
import { useFailureText } from '../ui/failure.ts';
import { usePaused } from '../ui/usePaused.ts';
import { CallerHousehold } from './CallerHousehold.tsx';
import { digitsOf, isTelephone, isWholeTelephone } from './call.ts';
import { FIND_CALLER, type FoundHousehold } from './caller.ts';
import { EarlierCalls } from './EarlierCalls.tsx';

/** Whose number it is that is typed, or whom the words find; the only household of a whole number is chosen by itself. */
export function CallerFound({ town }: { town: string }) {
  const { t } = useTranslation('calls');
  const form = Form.useFormInstance();
  const textOf = useFailureText();
  const telephone = digitsOf(usePaused<string>(Form.useWatch(['caller', 'telephone']) ?? ''));
  const words = usePaused<string>(Form.useWatch(['caller', 'words']) ?? '').trim();
  const chosen: string | null = Form.useWatch(['caller', 'household'], { preserve: true }) ?? null;
  const text = [...words].length >= 2 ? words : telephone;
  const asked = [...words].length >= 2 || isTelephone(telephone);
  const { data, error } = useQuery(
    FIND_CALLER,
    asked ? { variables: { code: town, text, today: dayInShanghai() }, ...unkept } : skipToken,
  );
  const found = (asked && data?.town?.findHouseholds) || [];
  const [only, ...others] = found;

  const choose = (household: FoundHousehold | null) => {
    const resident = household?.residents?.find((each) => each.telephone === telephone)?.id ?? null;
    form.setFieldValue(['caller', 'household'], household?.id ?? null);
    form.setFieldValue(['caller', 'resident'], resident);
    form.setFieldValue(['caller', 'about'], null);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a household is chosen once for what was found, and can be left out again.
  useEffect(() => {
    if (only && others.length === 0 && text === telephone && isWholeTelephone(telephone)) choose(only);
    else if (chosen !== null && !found.some(({ id }) => id === chosen)) choose(null);
  }, [found.map(({ id }) => id).join()]);

  if (!asked) return null;
  if (error) return <p className="hint">{textOf(error)}</p>;
  const shown = chosen === null ? found : found.filter(({ id }) => id === chosen);
  return (
    <div className="caller-found" aria-live="polite">
      {data && found.length === 0 && <p className="hint">{t('nobodyFound')}</p>}
      {shown.map((household) => (
        <CallerHousehold
          key={household.id}
          household={household}
          isChosen={household.id === chosen}
          choose={() => choose(household.id === chosen ? null : household)}
        />
      ))}
      {isWholeTelephone(telephone) && <EarlierCalls town={town} telephone={telephone} />}
    </div>
  );
}
