import { hash } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { isPermitted, type Permission } from '@jiannuo/shared/people';
import type { FastifyRequest } from 'fastify';
import { RequestError } from '../http/domain-error';
import { RequestBudgets } from '../http/request-budgets';
import { currentRequest, type RequestContext } from '../http/request-context';
import { ActorDirectory, type Actor } from './actor';
import { IS_PUBLIC, IS_SIGN_IN, IS_WITHOUT_KEY, REQUIRED_PERMISSION } from './decorators';
import { Sessions } from './sessions';

/** What a route has declared about itself. */
interface RoutePolicy {
  readonly permission: Permission | null;
  readonly isPublic: boolean;
  readonly isSignIn: boolean;
  readonly isWithoutKey: boolean;
}

const KEY_PATTERN = /^[A-Za-z0-9_-]{8,64}$/;
const TOKEN_PATTERN = /^Bearer ([A-Za-z0-9_-]{43})$/;
const READING_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Decides who comes in. A route that declares neither a permission nor that it is public is open to nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly policies = new WeakMap<object, RoutePolicy>();
  private directory: ActorDirectory | null = null;

  constructor(
    private readonly sessions: Sessions,
    private readonly budgets: RequestBudgets,
    private readonly modules: ModuleRef,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const policy = this.policyOf(execution);
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const context = currentRequest();
    if (!context) throw new Error('A request without its context.');
    this.budgets.spendOfAddress(context.ip, policy.isSignIn);
    if (policy.isPublic) return true;
    const actor = await this.identify(request);
    context.actor = actor;
    this.budgets.spendOfSession(actor.sessionId);
    if (policy.permission === null || !isPermitted(actor.role, policy.permission)) {
      throw RequestError.of(403, 'request.forbidden');
    }
    if (!policy.isWithoutKey) readKey(request, context);
    return true;
  }

  private policyOf(execution: ExecutionContext): RoutePolicy {
    const handler = execution.getHandler();
    const known = this.policies.get(handler);
    if (known) return known;
    const targets = [handler, execution.getClass()];
    const policy = {
      permission: declared<Permission>(REQUIRED_PERMISSION, targets) ?? null,
      isPublic: declared<boolean>(IS_PUBLIC, targets) ?? false,
      isSignIn: declared<boolean>(IS_SIGN_IN, targets) ?? false,
      isWithoutKey: declared<boolean>(IS_WITHOUT_KEY, targets) ?? false,
    };
    this.policies.set(handler, policy);
    return policy;
  }

  private async identify(request: FastifyRequest): Promise<Actor> {
    const header = request.headers.authorization;
    if (header === undefined) throw RequestError.of(401, 'session.missing');
    const token = TOKEN_PATTERN.exec(header)?.[1];
    if (token === undefined) throw RequestError.of(401, 'session.ended');
    const session = await this.sessions.resolve(token);
    if (!session) throw await this.endingOf(token);
    const actor = await this.appointments().actorOf(session.appointmentId);
    if (!actor) throw RequestError.of(401, 'session.ended');
    return { ...actor, sessionId: session.sessionId };
  }

  /** Why a token is not known any more: whoever was replaced reads that, as signing in again does not help him. */
  private async endingOf(token: string): Promise<RequestError> {
    const appointmentId = await this.sessions.revokedIn(token);
    const post = appointmentId === null ? null : await this.appointments().endedPostOf(appointmentId);
    return post === null
      ? RequestError.of(401, 'session.ended')
      : RequestError.of(401, 'session.post-ended', { ...post });
  }

  private appointments(): ActorDirectory {
    // A feature provides it, and features stand above the platform, so it is looked up when first needed.
    this.directory ??= this.modules.get<ActorDirectory, ActorDirectory>(ActorDirectory, { strict: false });
    return this.directory;
  }
}

/** A declaration on the method wins over one on its class. */
function declared<T>(name: string, targets: readonly object[]): T | undefined {
  for (const target of targets) {
    const value: unknown = Reflect.getMetadata(name, target);
    if (value !== undefined) return value as T;
  }
  return undefined;
}

function readKey(request: FastifyRequest, context: RequestContext): void {
  if (READING_METHODS.includes(request.method)) return;
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !KEY_PATTERN.test(key)) throw RequestError.of(400, 'request.key-missing');
  const body = request.jiannuoBody ?? JSON.stringify(request.body ?? null);
  const requestHash = hash('sha256', `${request.method} ${request.url}\n${body}`);
  context.idempotency = { key, requestHash };
}
