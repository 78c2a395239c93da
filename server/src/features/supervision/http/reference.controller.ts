import { Controller, Get, Query } from '@nestjs/common';
import type { LinkChoicesView, Prior } from '@jiannuo/shared/supervision';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { LinkChoices } from '../drafting/link.choices';
import { PriorQueries } from '../clues/prior.queries';
import { LinkChoicesDto, UnitsDto } from './reference.dto';

/** What a draft can refer to: the records that it can be about, and what its units had before. */
@Controller('api/supervision')
export class ReferenceController {
  constructor(
    private readonly choices: LinkChoices,
    private readonly prior: PriorQueries,
  ) {}

  /** What a notice to these units can be about. */
  @Get('links')
  @Requires('supervision.manage')
  links(@CurrentActor() actor: Actor, @Query() { units, find }: LinkChoicesDto): Promise<LinkChoicesView> {
    return this.choices.list(actor, { unitIds: idsIn(units), find: find.trim() });
  }

  /** What was issued to these units and named of them before. */
  @Get('prior')
  @Requires('supervision.manage')
  before(@CurrentActor() actor: Actor, @Query() { units }: UnitsDto): Promise<Prior> {
    return this.prior.of(actor.groupId, idsIn(units));
  }
}

function idsIn(units: string): readonly string[] {
  return units.split(',').filter((id) => id !== '');
}
