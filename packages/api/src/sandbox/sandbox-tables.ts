/** What stays of a town of the sandbox when it begins anew: what applications may do there, what they were told, and what they used. */
export const keptTables: readonly string[] = [
  'application_consent',
  'application_usage',
  'town_event',
  'webhook_delivery',
];

/** The tables of towns that are emptied, as a statement that lists them by name. */
export const emptiedTables = `
  select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'town_id'
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and c.relname not in ('town_version', ${keptTables.map((table) => `'${table}'`).join(', ')})
  order by c.relname`;
