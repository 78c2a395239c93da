import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { SignInView } from '@jiannuo/shared/people';
import { demoAccounts, type DemoAccount } from '../features/samples';
import { Ids } from '../platform/clock';
import { DomainError } from '../platform/http';
import { DEMO_CREDENTIALS } from '../platform/wechat';
import { DemoWorld } from './demo-world';

/** A request of a sample person to this server. */
export interface DemoRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly token?: string;
  readonly body?: object;
}

/** The sample people with their phones. They use the server's own interface, as real phones do. */
@Injectable()
export class DemoPeople {
  private readonly accounts = new Map(demoAccounts().map((account) => [account.key, account]));

  constructor(
    private readonly world: DemoWorld,
    private readonly host: HttpAdapterHost,
    private readonly ids: Ids,
  ) {}

  /** The account with this name. Throws `demo.account-unknown`. */
  account(key: string): DemoAccount {
    const account = this.accounts.get(key);
    if (account === undefined) throw DomainError.notFound('demo.account-unknown');
    return account;
  }

  /** A fresh login code of the account, as `wx.login` gives it. */
  loginCode(key: string): string {
    const { simulator, clock } = this.world;
    const user = this.account(key).key;
    return simulator.state.codes.issue('login', DEMO_CREDENTIALS.appId, user, Date.parse(clock.now()));
  }

  /** A fresh phone code, as WeChat's button gives it. */
  phoneCode(key: string): string {
    const { simulator, clock } = this.world;
    const user = this.account(key).key;
    return simulator.state.codes.issue('phone', DEMO_CREDENTIALS.appId, user, Date.parse(clock.now()));
  }

  /** Signs the account in with its WeChat: a session, or a ticket to bind with. */
  signIn(key: string): Promise<SignInView> {
    return this.expect<SignInView>({ method: 'POST', url: '/api/sign-in/wechat', body: { code: this.loginCode(key) } });
  }

  /** The token of an account that is bound. */
  async tokenOf(key: string): Promise<string> {
    const view = await this.signIn(key);
    if (view.kind !== 'signed-in') throw new Error(`${key} is not bound to a post.`);
    return view.token;
  }

  /** Asks this server and reads the answer; throws for any refusal, with its words. */
  async expect<T>(request: DemoRequest): Promise<T> {
    const answer = await this.ask(request);
    if (answer.statusCode < 300) return answer.json();
    throw new Error(`${request.method ?? 'GET'} ${request.url}: ${String(answer.statusCode)} ${answer.body}`);
  }

  private ask(request: DemoRequest): Promise<LightMyRequestResponse> {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    return fastify.inject({
      method: request.method ?? 'GET',
      url: request.url,
      headers: {
        'idempotency-key': this.ids.next(),
        ...(request.token === undefined ? {} : { authorization: `Bearer ${request.token}` }),
      },
      ...(request.body === undefined ? {} : { payload: request.body }),
    });
  }
}
