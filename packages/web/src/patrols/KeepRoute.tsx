import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOwnUnit } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import type { Route } from './patrol.ts';

const OPEN_PATROL_ROUTE = graphql(`
  mutation OpenPatrolRoute($input: OpenPatrolRouteInput!) {
    openPatrolRoute(input: $input) { route { id name } }
  }
`);

const CHANGE_PATROL_ROUTE = graphql(`
  mutation ChangePatrolRoute($input: ChangePatrolRouteInput!) {
    changePatrolRoute(input: $input) { route { id version } }
  }
`);

const CLOSE_PATROL_ROUTE = graphql(`
  mutation ClosePatrolRoute($input: ClosePatrolRouteInput!) {
    closePatrolRoute(input: $input) { route { id version } }
  }
`);

interface Values {
  unit: string;
  name: string;
  stops: string;
  from: string;
}

/** The places of a route, a line each, as the form has them. */
const namesIn = (lines: string) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Opens a route in a unit. */
export function OpenRoute({ town, onClose }: { town: string; onClose: () => void }) {
  const { t } = useTranslation(['patrols', 'requests']);
  const open = useChange(OPEN_PATROL_ROUTE);
  const own = useOwnUnit(town);
  return (
    <FormModal<Values>
      title={t('openRoute')}
      submitLabel={t('openRoute')}
      initialValues={{ from: dayInShanghai(), ...(own === undefined ? {} : { unit: own }) }}
      onClose={onClose}
      onSubmit={async ({ stops, ...values }) => {
        const { openPatrolRoute } = await open({ ...values, stops: namesIn(stops) });
        return t('routeOpened', { name: openPatrolRoute.route.name });
      }}
    >
      <Required chosen name="unit" label={t('unit')}>
        <TreePicker town={town} pick="unit" placeholder={t('requests:pickUnit')} />
      </Required>
      <RouteFields />
    </FormModal>
  );
}

/** Says what a route is called and where it leads from a day on. */
export function ChangeRoute({ route, onClose }: { route: Route; onClose: () => void }) {
  const { t } = useTranslation('patrols');
  const change = useChange(CHANGE_PATROL_ROUTE);
  return (
    <FormModal<Omit<Values, 'unit'>>
      title={`${t('changeRoute')} · ${route.name}`}
      lead={t('changeRouteLead')}
      submitLabel={t('changeRoute')}
      initialValues={{
        ...{ name: route.name, from: dayInShanghai() },
        stops: route.stops.map(({ name }) => name).join('\n'),
      }}
      onClose={onClose}
      onSubmit={async ({ stops, ...values }) => {
        await change({ route: route.id, expectedVersion: route.version, ...values, stops: namesIn(stops) });
        return t('routeChanged');
      }}
    >
      <RouteFields />
    </FormModal>
  );
}

/** Closes a route from a day on. */
export function CloseRoute({ route, onClose }: { route: Route; onClose: () => void }) {
  const { t } = useTranslation('patrols');
  const close = useChange(CLOSE_PATROL_ROUTE);
  return (
    <FormModal<{ on: string }>
      title={`${t('closeRoute')} · ${route.name}`}
      lead={t('closeRouteLead')}
      submitLabel={t('closeRoute')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await close({ route: route.id, on });
        return t('routeClosed');
      }}
    >
      <DayField name="on" label={t('routeClosedOn')} />
    </FormModal>
  );
}

function RouteFields() {
  const { t } = useTranslation('patrols');
  return (
    <>
      <Required name="name" label={t('routeName')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <Required name="stops" label={t('routeStops')}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} />
      </Required>
      <DayField name="from" label={t('routeFrom')} />
    </>
  );
}
