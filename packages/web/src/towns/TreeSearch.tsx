import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { useTreeSearch } from './useTreeSearch.ts';

/** The field that searches a tree, and how many it found. */
export function TreeSearch({ search: { text, setText, found } }: { search: ReturnType<typeof useTreeSearch> }) {
  const { t } = useTranslation(['towns', 'ui']);
  return (
    <>
      <Input.Search
        allowClear
        placeholder={t('search')}
        aria-label={t('search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {found && <span className="hint found">{t('ui:matches', { n: found.count })}</span>}
    </>
  );
}
