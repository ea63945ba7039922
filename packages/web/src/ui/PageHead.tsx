import type { ReactNode } from 'react';

interface Props {
  title: string;
  crumbs?: ReactNode;
  /** The way to the other pages of where it is. */
  nav?: ReactNode;
  tags?: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
}

/** The head of a page: where it is, its name, what is said about it, what may be done with it. */
export function PageHead({ title, crumbs, nav, tags, meta, actions }: Props) {
  return (
    <div className="page-head">
      <title>{`${title} · 连心 Lianxin`}</title>
      {(crumbs || nav) && (
        <div className="page-top">
          <div className="page-crumbs">{crumbs}</div>
          {nav}
        </div>
      )}
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
