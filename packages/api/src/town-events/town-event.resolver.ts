import { Args, Resolver, Root, Subscription } from 'type-graphql';
import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import { badInput, forbidden } from '../errors.ts';
import type { StreamContext } from '../live/stream-context.ts';
import { globalId } from '../schema/global-id.ts';
import { getTown } from '../towns/find-town.ts';
import { isOfTown, neededFor, type TownEventName, townEvents } from '../webhooks/webhook-events.ts';
import { cursorOf, placeAfter } from './cursor.ts';
import { eventFeed, placeOf } from './event-feed.ts';
import { type EventRow, standingOf } from './event-rows.ts';
import { EventsArgs, TownEventType } from './town-event.type.ts';

interface Told {
  town: number;
  row: EventRow;
}

@Resolver()
export class TownEventResolver {
  @Subscription(() => TownEventType, {
    description:
      'What happens in a town, event after event in the order of their commits, to an application, over server-sent events at `/graphql/stream`: at least once each. Whoever begins it again `after` the last cursor that they heard misses nothing. Each costs points as an operation does: where they are gone, it ends with LIMIT_EXCEEDED of `budget`, and goes on later from there. NOT_FOUND on `town` where it is not open to the viewer, FORBIDDEN to who is no application or may not know of one of the `events`, BAD_INPUT on `events` for those of consents, of which webhooks alone tell, and on `after` where some may be missing since, so that the town has to be read anew. It ends with the token, and with the consent.',
    subscribe: async ({ args, context }: { args: EventsArgs; context: StreamContext }) => {
      const { townId: town } = await getTown(context, args.town, context.today, 'town');
      const may = (actor: Actor, event: TownEventName) =>
        actor.application !== undefined && reachesTown(actor, neededFor[event], town);
      if (args.events?.length === 0) throw badInput('events', 'required');
      const asked = args.events?.filter(isOfTown);
      if (asked?.length !== args.events?.length) throw badInput('events', 'consentsByWebhook');
      const events = asked ?? townEvents.filter((event) => may(context.signedIn, event));
      const stays = (actor: Actor) => events.length > 0 && events.every((event) => may(actor, event));
      const { application } = context.signedIn;
      if (!application) throw forbidden([]);
      if (!stays(context.signedIn)) {
        const missing = (asked ?? townEvents).filter((event) => !may(context.signedIn, event));
        throw forbidden([...new Set(missing.map((event) => neededFor[event]))], { town });
      }
      const listening = { town, application: application.id, events };
      const { now, since } = await standingOf(await context.readTown(town), listening);
      const open = { epoch: now.epoch, since: new Date(Math.max(0, ...[...since.values()].map(Number))) };
      const from = args.after == null ? now : placeAfter(args.after, open, context.now);
      context.stayWhile(new Set([town]), stays);
      return toldOf(town, eventFeed(context.orm, listening, from, context.signal));
    },
  })
  events(@Root() { town, row }: Told, @Args(() => EventsArgs) _args: EventsArgs): TownEventType {
    const { id, event, about, object_id, object_version, happened_at } = row;
    return {
      cursor: cursorOf(placeOf(row), happened_at),
      ...{ id, event, townCode: String(town), object: globalId(about, town, object_id) },
      ...{ objectVersion: object_version, happenedAt: happened_at },
    };
  }
}

async function* toldOf(town: number, rows: AsyncIterable<EventRow>): AsyncGenerator<Told, void> {
  for await (const row of rows) yield { town, row };
}
