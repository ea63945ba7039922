import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { CopyButton } from '../ui/CopyButton.tsx';

/**
 * A page's text. What leads to another page of it is opened without loading the web anew, a heading that the address names is shown, and
 * each piece of code can be copied.
 */
export function PageText({ html, isChinese }: { html: string; isChinese: boolean }) {
  const { t } = useTranslation('ui');
  const article = useRef<HTMLElement>(null);
  const [places, setPlaces] = useState<readonly Element[]>([]);
  const navigate = useNavigate();
  const { hash } = useLocation();
  useLayoutEffect(() => {
    setPlaces(html === '' ? [] : [...(article.current?.querySelectorAll('.code-copy') ?? [])]);
  }, [html]);
  useEffect(() => {
    const named = hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
    if (html !== '') named?.scrollIntoView();
  }, [hash, html]);
  useEffect(() => {
    const element = article.current;
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const to = link?.getAttribute('href') ?? '';
      if (!/^[/#]/.test(to) || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      void navigate(to);
    };
    element?.addEventListener('click', follow);
    return () => element?.removeEventListener('click', follow);
  }, [navigate]);
  return (
    <>
      <article
        ref={article}
        className="panel guide"
        lang={isChinese ? 'zh-CN' : 'en'}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the pages of docs/ in this repository, made into HTML when the web is built
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {places.map((place, index) =>
        createPortal(
          <CopyButton of={t('code')} text={place.previousElementSibling?.textContent?.trimEnd() ?? ''} />,
          place,
          String(index),
        ),
      )}
    </>
  );
}
