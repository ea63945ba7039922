import { DownloadOutlined } from '@ant-design/icons';
import { useApolloClient } from '@apollo/client/react';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePurpose } from '../audit/purpose.ts';
import type { OrganizationFilter, TreeFileFormat } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useFailureText } from '../ui/failure.ts';
import { saveFile } from '../ui/file.ts';

const FILE = graphql(`
  query OrganizationFile($code: RegisterCode!, $format: TreeFileFormat!, $filter: OrganizationFilter!, $asOf: Date, $for: ReadingPurpose!) @purpose(of: $for) {
    town(code: $code) {
      id
      organizationFile(format: $format, filter: $filter, asOf: $asOf) { fileName contentType content }
    }
  }
`);

const FILE_WITHOUT_PEOPLE = graphql(`
  query OrganizationFileWithoutPeople($code: RegisterCode!, $format: TreeFileFormat!, $filter: OrganizationFilter!, $asOf: Date) {
    town(code: $code) {
      id
      organizationFile(format: $format, filter: $filter, asOf: $asOf) { fileName contentType content }
    }
  }
`);

const formats: readonly TreeFileFormat[] = ['XLSX', 'CSV'];

interface Props {
  town: string;
  filter: OrganizationFilter;
  asOf: string | null;
}

/** Saves organisations as a file, which can be imported. Whom to ask there is in it once it is said what for. */
export function ExportOrganizations({ town, filter, asOf }: Props) {
  const { t } = useTranslation(['organizations', 'audit']);
  const client = useApolloClient();
  const { message } = App.useApp();
  const textOf = useFailureText();
  const purpose = usePurpose();
  const [busy, setBusy] = useState(false);

  async function download(format: TreeFileFormat) {
    setBusy(true);
    try {
      const asked = { code: town, format, filter, asOf };
      const { data } = purpose
        ? await client.query({ query: FILE, variables: { ...asked, for: purpose }, fetchPolicy: 'no-cache' })
        : await client.query({ query: FILE_WITHOUT_PEOPLE, variables: asked, fetchPolicy: 'no-cache' });
      if (data?.town?.organizationFile) saveFile(data.town.organizationFile);
    } catch (error) {
      void message.error(textOf(error));
    } finally {
      setBusy(false);
    }
  }

  const people = purpose ? t('withPeople', { purpose: t(`audit:purposes.${purpose}`) }) : t('withoutPeople');
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...formats.map((format) => ({ key: format, label: t('exportAs', { format }) })),
          { key: 'people', label: people, disabled: true },
        ],
        onClick: ({ key }) => {
          const format = formats.find((each) => each === key);
          if (format) void download(format);
        },
      }}
    >
      <Button icon={<DownloadOutlined />} loading={busy}>
        {t('export')}
      </Button>
    </Dropdown>
  );
}
