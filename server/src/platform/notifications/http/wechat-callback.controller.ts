import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public, WithoutKey } from '../../identity';
import { PushReceiver, type PushQuery, type PushReply } from '../../wechat';

/** Where WeChat brings its messages. The signature is the only proof of who is calling. */
@Controller('api/wechat/callback')
@Public()
@WithoutKey()
export class WechatCallbackController {
  constructor(private readonly receiver: PushReceiver) {}

  /** WeChat's console checks the address. */
  @Get()
  verify(@Query() query: PushQuery, @Res() reply: FastifyReply): void {
    write(reply, this.receiver.verify(query));
  }

  /** One push; it is kept and answered at once, and worked on later. */
  @Post()
  async receive(@Query() query: PushQuery, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? null);
    write(reply, await this.receiver.receive(query, text));
  }
}

function write(reply: FastifyReply, answer: PushReply): void {
  void reply.code(answer.status).type('text/plain; charset=utf-8').send(answer.body);
}
