import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { PostInUnit } from './post.ts';

const END_POST = graphql(`
  mutation EndPost($input: EndPostInput!) {
    endPost(input: $input) { post { id } }
  }
`);

/** Ends a post on a day, after asking. */
export function EndPost({ post, onClose }: { post: PostInUnit; onClose: () => void }) {
  const { t } = useTranslation(['people', 'ui']);
  const end = useChange(END_POST);
  const { name } = post.person;
  return (
    <FormModal<{ on: string }>
      title={t('endTitle', { name })}
      submitLabel={t('end')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await end({ post: post.id, on });
        return t('ended', { name });
      }}
    >
      <DayField name="on" label={t('endOn')} />
    </FormModal>
  );
}
