import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
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
  async receive(@Query() query: PushQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    // The text as it came: numbers of nineteen digits would lose their last ones on the way through JSON.
    const text = request.jiannuoBody ?? (typeof request.body === 'string' ? request.body : '');
    write(reply, await this.receiver.receive(query, text));
  }
}

function write(reply: FastifyReply, answer: PushReply): void {
  void reply.code(answer.status).type('text/plain; charset=utf-8').send(answer.body);
}
