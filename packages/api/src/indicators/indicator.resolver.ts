import { Args, ArgsType, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Words } from './indicator.ts';
import { IndicatorType, IndicatorVersionType, LanguageEnum, type LanguageName } from './indicator.type.ts';

@ArgsType()
class LanguageArgs {
  @Field(() => LanguageEnum, { defaultValue: 'EN', description: 'In which language.' })
  language: LanguageName;
}

const said = (words: Words, { language }: LanguageArgs) => (language === 'ZH' ? words.zh : words.en);

@Resolver(() => IndicatorVersionType)
export class IndicatorVersionResolver {
  @FieldResolver(() => String, { description: 'What exactly was counted.' })
  definition(@Root() { version }: IndicatorVersionType, @Args(() => LanguageArgs) args: LanguageArgs): string {
    return said(version.definition, args);
  }

  @FieldResolver(() => String, { description: 'In words, what was counted; of a rate, its numerator 分子.' })
  numerator(@Root() { version }: IndicatorVersionType, @Args(() => LanguageArgs) args: LanguageArgs): string {
    return said(version.numerator, args);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Of a rate, in words, what it counted among: its denominator 分母; null of a count.',
  })
  denominator(@Root() { version }: IndicatorVersionType, @Args(() => LanguageArgs) args: LanguageArgs): string | null {
    return version.denominator ? said(version.denominator, args) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What is otherwise than in the version before; null for the first.',
  })
  changed(@Root() { version }: IndicatorVersionType, @Args(() => LanguageArgs) args: LanguageArgs): string | null {
    return version.changed ? said(version.changed, args) : null;
  }
}

@Resolver(() => IndicatorType)
export class IndicatorResolver {
  @FieldResolver(() => String, { description: 'What exactly is counted.' })
  definition(@Root() indicator: IndicatorType, @Args(() => LanguageArgs) args: LanguageArgs): string {
    return said(latest(indicator).definition, args);
  }

  @FieldResolver(() => String, { description: 'In words, what is counted; of a rate, its numerator 分子.' })
  numerator(@Root() indicator: IndicatorType, @Args(() => LanguageArgs) args: LanguageArgs): string {
    return said(latest(indicator).numerator, args);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Of a rate, in words, what it counts among: its denominator 分母; null of a count.',
  })
  denominator(@Root() indicator: IndicatorType, @Args(() => LanguageArgs) args: LanguageArgs): string | null {
    const { denominator } = latest(indicator);
    return denominator ? said(denominator, args) : null;
  }
}

function latest({ code, versions: [first] }: IndicatorType) {
  if (!first) throw new Error(`The indicator ${code} has no definition`);
  return first.version;
}
