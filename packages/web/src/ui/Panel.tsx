import type { ReactNode } from 'react';

interface Props {
  title: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
  flush?: boolean;
  fills?: boolean;
}

/**
 * A titled part of a page. `flush`: what is inside reaches the borders (tables, lists). `fills`: it takes the height
 * that is left and scrolls inside.
 */
export function Panel({ title, extra, children, flush = false, fills = false }: Props) {
  return (
    <section className={fills ? 'panel fills' : 'panel'}>
      <header className="panel-head">
        <h2>{title}</h2>
        {extra && <div className="panel-extra">{extra}</div>}
      </header>
      <div className={flush ? 'panel-body flush' : 'panel-body'}>{children}</div>
    </section>
  );
}
