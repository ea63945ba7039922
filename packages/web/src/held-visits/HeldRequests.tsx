import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HandlingClass } from '../generated/graphql.ts';
import { SubjectPicker } from '../requests/SubjectPicker.tsx';
import { most } from '../ui/limits.ts';
import type { HeldVisit } from './held-visit.ts';

/** What is to be handled as a request once the visit is recorded; without a subject where the town has none such. */
export interface HeldRequest {
  subject: string | undefined;
  description: string;
  handlingClass: HandlingClass | null;
  photos: string[];
}

/** The requests of a visit that is held, to be corrected. */
export function requestsOf({ requests }: Pick<HeldVisit, 'requests'>): HeldRequest[] {
  return requests.map(({ subject, description, handlingClass, photos }) => ({
    ...{ subject: subject?.id, description: description ?? '', handlingClass },
    photos: photos.map(({ id }) => id),
  }));
}

/** Whether a request says what it is about and what is asked for. */
export function isWhole(request: HeldRequest): request is HeldRequest & { subject: string } {
  return request.subject !== undefined && request.description.trim() !== '';
}

interface Props {
  town: string;
  /** Whether they can only be shown: one of them was handled at the visit, which only its client can say anew. */
  fixed: boolean;
  id?: string;
  value?: readonly HeldRequest[];
  onChange?: (value: HeldRequest[]) => void;
}

/** The requests of a visit that is held: each can be given another subject or other words, or be taken away. */
export function HeldRequests({ town, fixed, id, value = [], onChange }: Props) {
  const { t } = useTranslation(['visits', 'requests']);
  const change = (at: number, to: Partial<HeldRequest>) =>
    onChange?.(value.map((each, index) => (index === at ? { ...each, ...to } : each)));
  return (
    <div {...(id === undefined ? {} : { id })}>
      {value.map(({ subject, description }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have nothing else to be told apart by.
        <section key={index} className="asked-request">
          <div className="lead-line">
            <strong>{t('asked', { n: index + 1 })}</strong>
            <Button
              type="text"
              size="small"
              disabled={fixed}
              icon={<DeleteOutlined />}
              aria-label={t('removeAsked', { n: index + 1 })}
              onClick={() => onChange?.(value.filter((_, at) => at !== index))}
            />
          </div>
          <SubjectPicker
            town={town}
            className="asked-subject"
            aria-label={t('requests:subject')}
            disabled={fixed}
            value={subject ?? null}
            onChange={(next) => change(index, { subject: next ?? undefined })}
          />
          <Input.TextArea
            aria-label={t('requests:description')}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={most.account}
            disabled={fixed}
            value={description}
            onChange={(event) => change(index, { description: event.target.value })}
          />
        </section>
      ))}
    </div>
  );
}
