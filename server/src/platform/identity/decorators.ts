import { applyDecorators, createParamDecorator, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Permission } from '@jiannuo/shared/people';
import { KEYLESS_MARK } from '../http/api-docs';
import { currentRequest } from '../http/request-context';
import { RequestError } from '../http/domain-error';
import type { Actor } from './actor';

export const REQUIRED_PERMISSION = 'jiannuo:requires';
export const IS_PUBLIC = 'jiannuo:public';
export const IS_WITHOUT_KEY = 'jiannuo:without-key';
export const IS_SIGN_IN = 'jiannuo:sign-in';

/** The route is open to actors whose role grants `permission`. */
export const Requires = (permission: Permission): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(REQUIRED_PERMISSION, permission), ApiBearerAuth());

/** The route is open to everybody, signed in or not. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(IS_PUBLIC, true);

/** The write needs no idempotency key, and its answer is not recorded: for answers that hold a secret, and for writes that are harmless twice. */
export const WithoutKey = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(IS_WITHOUT_KEY, true), ApiExtension(KEYLESS_MARK, true));

/** The route takes part in signing in, where the number of tries is held down more strictly. */
export const SignInRoute = (): MethodDecorator & ClassDecorator => SetMetadata(IS_SIGN_IN, true);

/** The signed-in actor, as a parameter of a route that is not public. */
export const CurrentActor = createParamDecorator((): Actor => {
  const actor = currentRequest()?.actor;
  if (!actor) throw RequestError.of(401, 'session.missing');
  return actor;
});
