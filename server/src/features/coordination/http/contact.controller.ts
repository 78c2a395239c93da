import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import type { ContactLogView, CoverageView, RecordedContacts } from '@jiannuo/shared/coordination';
import { Downloads } from '../../../platform/downloads';
import { CurrentActor, Requires, scopeOf, type Actor } from '../../../platform/identity';
import { ContactCommands } from '../contact.commands';
import { ContactQueries } from '../contact.queries';
import { ContactYearDto, RecordContactDto, StrikeContactDto } from './contact.dto';
import { contactSheets } from './contact.presenter';

/** The log of contacts: kept by the lead unit, each unit reads its own. */
@Controller('api/contacts')
export class ContactController {
  constructor(
    private readonly queries: ContactQueries,
    private readonly commands: ContactCommands,
    private readonly downloads: Downloads,
  ) {}

  /** Each unit's months of a year. */
  @Get('coverage')
  @Requires('contact.manage')
  coverage(@CurrentActor() actor: Actor, @Query() query: ContactYearDto): Promise<CoverageView> {
    return this.queries.coverage(scopeOf(actor), query.year);
  }

  /** The year's log and its months as an Excel file (沟通联络记录). */
  @Get('export')
  @Requires('contact.manage')
  @Header('cache-control', 'no-store')
  async export(@CurrentActor() actor: Actor, @Query() query: ContactYearDto): Promise<StreamableFile> {
    const book = await this.queries.book(scopeOf(actor), query.year);
    const name = `${String(book.coverage.year)}年沟通联络记录.xlsx`;
    return this.downloads.workbook(actor, name, await contactSheets(book));
  }

  /** One unit's log. */
  @Get('units/:unitId')
  @Requires('contact.read')
  log(
    @CurrentActor() actor: Actor,
    @Param('unitId') unitId: string,
    @Query() query: ContactYearDto,
  ): Promise<ContactLogView> {
    return this.queries.log(scopeOf(actor), unitId, query.year);
  }

  /** Notes a contact with one unit or several. */
  @Post()
  @HttpCode(200)
  @Requires('contact.manage')
  record(@CurrentActor() actor: Actor, @Body() body: RecordContactDto): Promise<RecordedContacts> {
    return this.commands.record(actor, body);
  }

  /** Strikes a line out. */
  @Post(':id/strike')
  @HttpCode(200)
  @Requires('contact.manage')
  strike(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: StrikeContactDto,
  ): Promise<{ readonly contactId: string }> {
    return this.commands.strike(actor, id, body.reason);
  }
}
