import type { ReactNode } from 'react';

interface Props {
  title: string;
  crumbs?: ReactNode;
  tags?: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
}

/** The head of a page: where it is, its name, what is said about it, what may be done with it. */
export function PageHead({ title, crumbs, tags, meta, actions }: Props) {
  return (
    <div className="page-head">
      <title>{`${title} · 连心 Lianxin`}</title>
      {crumbs && <div className="page-crumbs">{crumbs}</div>}
      <div className="page-line">
        <h1>{title}</h1>
        {tags}
        <div className="page-space" />
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {meta && <div className="page-meta">{meta}</div>}
    </div>
  );
}
