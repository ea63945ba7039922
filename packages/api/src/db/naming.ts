import { UnderscoreNamingStrategy } from '@mikro-orm/core';

/**
 * Gives every composite foreign key `(town_id, <relation>_id)`, so that all relations of a row share its one `town_id`
 * column and no relation can point into another town.
 */
export class TownNaming extends UnderscoreNamingStrategy {
  override joinKeyColumnName(name: string, referenced?: string, composite?: boolean): string {
    return referenced === 'town_id' && composite ? 'town_id' : super.joinKeyColumnName(name, referenced ?? 'id', false);
  }
}
