import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

interface Props {
  title: string;
  /** What is said below the title, a line each. */
  lead: readonly string[];
  /** Pictures of charts, as addresses that hold them. */
  pictures: readonly { title: string; src: string }[];
  onPrinted: () => void;
  children: ReactNode;
  /** What follows the pictures. */
  notes: ReactNode;
}

/** A report on A4. It is seen on paper alone, and printed as soon as it is there with its pictures. */
export function Report({ title, lead, pictures, onPrinted, children, notes }: Props) {
  const paper = useRef<HTMLElement>(null);
  useEffect(() => {
    let shown = true;
    window.addEventListener('afterprint', onPrinted, { once: true });
    const images = [...(paper.current?.querySelectorAll('img') ?? [])];
    void Promise.allSettled(images.map((image) => image.decode())).then(() => shown && window.print());
    return () => {
      shown = false;
      window.removeEventListener('afterprint', onPrinted);
    };
  }, [onPrinted]);
  return createPortal(
    <article className="report" ref={paper}>
      <h1>{title}</h1>
      {lead.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
      {pictures.map((picture) => (
        <figure key={picture.title}>
          <figcaption>{picture.title}</figcaption>
          <img src={picture.src} alt={picture.title} />
        </figure>
      ))}
      {notes}
    </article>,
    document.body,
  );
}
