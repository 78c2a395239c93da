import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { AppointmentView, DirectoryView, InviteView, UnitsView } from '@jiannuo/shared/people';
import { DomainError } from '../../../platform/http';
import { CurrentActor, Requires, scopeOf, WithoutKey, type Actor } from '../../../platform/identity';
import { AppointmentCommands } from '../appointment.commands';
import { InviteCommands } from '../invite.commands';
import { PeopleQueries } from '../people.queries';
import { ChangePhoneDto, DirectoryDto, InviteDto, ListAppointmentDto } from './appointment.dto';
import { presentAppointment, presentDirectory, presentUnit } from './appointment.presenter';

/** The list of units and of who holds which post (R9). */
@Controller('api')
export class AppointmentController {
  constructor(
    private readonly people: PeopleQueries,
    private readonly commands: AppointmentCommands,
    private readonly invites: InviteCommands,
  ) {}

  /** The group's units in their order. */
  @Get('units')
  @Requires('people.read')
  async units(@CurrentActor() actor: Actor): Promise<UnitsView> {
    return { units: (await this.people.unitsOf(scopeOf(actor))).map(presentUnit) };
  }

  /** Who holds which post now, and what the list lacks; or everybody who ever held one in a unit. */
  @Get('appointments')
  @Requires('people.read')
  async directory(@CurrentActor() actor: Actor, @Query() query: DirectoryDto): Promise<DirectoryView> {
    const scope = scopeOf(actor);
    if (query.unitId !== undefined && query.history !== undefined) {
      const rows = await this.people.historyOf(scope, query.unitId);
      return { rows: rows.map((row) => presentAppointment(row, true)), gaps: [] };
    }
    const [units, appointments] = await Promise.all([this.people.unitsOf(scope), this.people.appointmentsOf(scope)]);
    const isAsked = (unitId: string): boolean => query.unitId === undefined || query.unitId === unitId;
    return presentDirectory(
      units.filter(({ id }) => isAsked(id)),
      appointments.filter(({ unit }) => isAsked(unit.id)),
    );
  }

  /** Lists somebody, in place of the present liaison if asked. */
  @Post('appointments')
  @HttpCode(201)
  @Requires('people.manage')
  async list(@CurrentActor() actor: Actor, @Body() body: ListAppointmentDto): Promise<AppointmentView> {
    const { appointmentId } = await this.commands.list(actor, body);
    return this.shown(actor, appointmentId);
  }

  /** Ends an appointment. */
  @Post('appointments/:id/end')
  @HttpCode(200)
  @Requires('people.manage')
  async end(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AppointmentView> {
    const { appointmentId } = await this.commands.end(actor, id);
    return this.shown(actor, appointmentId);
  }

  /** A single-use code: to bind somebody, or to hand over one's own post. */
  @Post('appointments/:id/invite')
  @HttpCode(201)
  @Requires('handover.start')
  @WithoutKey()
  invite(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: InviteDto): Promise<InviteView> {
    return this.invites.make(actor, id, body.successor ?? null);
  }

  /** Another phone number. */
  @Put('appointments/:id/phone')
  @Requires('people.manage')
  async phone(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: ChangePhoneDto,
  ): Promise<AppointmentView> {
    const { appointmentId } = await this.commands.changePhone(actor, id, body.phone);
    return this.shown(actor, appointmentId);
  }

  private async shown(actor: Actor, appointmentId: string): Promise<AppointmentView> {
    const record = await this.people.appointmentById(scopeOf(actor), appointmentId);
    if (record === null) throw DomainError.notFound('appointment.not-found');
    return presentAppointment(record, true);
  }
}
