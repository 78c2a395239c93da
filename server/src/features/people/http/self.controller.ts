import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { MeView } from '@jiannuo/shared/people';
import { RequestError } from '../../../platform/http';
import { CurrentActor, Requires, WithoutKey, type Actor } from '../../../platform/identity';
import { SelfQueries } from '../self.queries';
import { SignInCommands } from '../sign-in.commands';
import { presentSelf } from './appointment.presenter';
import { SwitchAppointmentDto } from './sign-in.dto';

/** Who I am, and in which of my appointments I act. */
@Controller('api')
export class SelfController {
  constructor(
    private readonly selves: SelfQueries,
    private readonly signIn: SignInCommands,
  ) {}

  /** Person, appointments, permissions and group. */
  @Get('me')
  @Requires('self.read')
  me(@CurrentActor() actor: Actor): Promise<MeView> {
    return this.self(actor.personId, actor.appointmentId);
  }

  /** Goes on in another of one's own appointments. */
  @Post('session/appointment')
  @HttpCode(200)
  @Requires('self.read')
  @WithoutKey()
  async switch(@CurrentActor() actor: Actor, @Body() body: SwitchAppointmentDto): Promise<MeView> {
    const { appointmentId } = await this.signIn.switchAppointment(actor, body.appointmentId);
    return this.self(actor.personId, appointmentId);
  }

  private async self(personId: string, appointmentId: string): Promise<MeView> {
    const self = await this.selves.self(personId, appointmentId);
    if (self === null) throw RequestError.of(401, 'session.ended');
    return presentSelf(self);
  }
}
