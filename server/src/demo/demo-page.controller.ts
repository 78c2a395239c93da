import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DomainError } from '../platform/http';
import { Public } from '../platform/identity';
import { pageFolder } from './page-folder';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

/** The demo page and its few files. Only what stood in the folder at the start is ever read. */
@Public()
@Controller()
export class DemoPageController {
  private readonly names = new Set(readdirSync(pageFolder()));

  /** Two phones and a clock. */
  @Get()
  @Header('cache-control', 'no-cache')
  page(@Res() reply: FastifyReply): void {
    this.send(reply, 'index.html');
  }

  @Get('demo/:name')
  @Header('cache-control', 'no-cache')
  file(@Param('name') name: string, @Res() reply: FastifyReply): void {
    this.send(reply, name);
  }

  private send(reply: FastifyReply, name: string): void {
    if (!this.names.has(name)) throw DomainError.notFound('request.not-found');
    void reply.type(TYPES[extname(name)] ?? 'application/octet-stream').send(readFileSync(join(pageFolder(), name)));
  }
}
