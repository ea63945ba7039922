import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { BecauseField } from '../party-organizations/DissolvePartyOrganization.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';

const END_COVERAGE = graphql(`
  mutation EndCoverage($input: EndCoverageInput!) {
    endCoverage(input: $input) { link { id validTo } }
  }
`);

interface Props {
  link: { id: string; party: string; organization: string };
  onClose: () => void;
}

/** Ends that a Party organisation covers an organisation, with the reason. */
export function EndCoverage({ link, onClose }: Props) {
  const { t } = useTranslation('coverage');
  const end = useChange(END_COVERAGE);
  return (
    <FormModal<{ on: string; because: string }>
      title={t('endTitle', link)}
      submitLabel={t('end')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async (values) => {
        await end({ link: link.id, ...values });
        return t('ended');
      }}
    >
      <BecauseField />
      <DayField name="on" label={t('endOn')} />
    </FormModal>
  );
}
