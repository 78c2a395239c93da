import { Controller, Get, Header, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { DesktopSignInState, DesktopSignInView } from '@jiannuo/shared/people';
import type { FastifyReply } from 'fastify';
import { Configuration } from '../../../platform/configuration';
import { CurrentActor, Public, Requires, SignInRoute, WithoutKey, type Actor } from '../../../platform/identity';
import { DesktopSignInCommands } from '../desktop-sign-in.commands';

const COOKIE = 'jiannuo_desktop';
const COOKIE_SECONDS = 240;

/** Signing a desktop browser in with the phone. The browser is recognised by a cookie that no script can read. */
@Controller('api/desktop-sign-in')
export class DesktopSignInController {
  constructor(
    private readonly commands: DesktopSignInCommands,
    private readonly configuration: Configuration,
  ) {}

  /** A code to scan. */
  @Post()
  @HttpCode(201)
  @Public()
  @SignInRoute()
  @WithoutKey()
  @Header('cache-control', 'no-store')
  async offer(@Res({ passthrough: true }) reply: FastifyReply): Promise<DesktopSignInView> {
    const { id, secret, contentType, image, expiresAt } = await this.commands.offer();
    void reply.header('set-cookie', cookieOf(secret, this.configuration.isSecure));
    return { id, qrCode: `data:${contentType};base64,${image.toString('base64')}`, expiresAt };
  }

  /** Whether the phone has confirmed; the session is handed out once, to the browser that asked for the code. */
  @Get(':id')
  @Public()
  @Header('cache-control', 'no-store')
  poll(@Param('id') id: string, @Headers('cookie') cookies?: string): Promise<DesktopSignInState> {
    return this.commands.poll(id, secretIn(cookies ?? ''));
  }

  /** Lets that browser in as me. */
  @Post(':id/confirm')
  @HttpCode(200)
  @Requires('self.read')
  @WithoutKey()
  confirm(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ readonly confirmed: true }> {
    return this.commands.confirm(actor, id);
  }
}

function cookieOf(secret: string, isSecure: boolean): string {
  const attributes = `Path=/api/desktop-sign-in; Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Strict`;
  return `${COOKIE}=${secret}; ${attributes}${isSecure ? '; Secure' : ''}`;
}

function secretIn(cookies: string): string {
  const named = cookies.split(/;\s*/).find((cookie) => cookie.startsWith(`${COOKIE}=`));
  return named?.slice(COOKIE.length + 1) ?? '';
}
