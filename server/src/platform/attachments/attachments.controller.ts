import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { LARGEST_FILE } from '@jiannuo/shared/kernel';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestError } from '../http/domain-error';
import { CurrentActor, Requires, WithoutKey } from '../identity/decorators';
import type { Actor } from '../identity/actor';
import { AttachmentOpening } from './attachment-opening';
import { Attachments, type AttachmentView, type SentFile } from './attachments';
import { contentDisposition } from './file-name';

/** What a form adds around its file, in bytes. */
const FORM_ALLOWANCE = 65_536;

/**
 * POST /api/attachments and GET /api/attachments/:id. The form holds `file`, and before it `name` when the file's own name
 * says nothing, `declared` when a name that sounds classified is not, and `reserved` for named persons alone.
 */
@Controller('api/attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: Attachments,
    private readonly opening: AttachmentOpening,
  ) {}

  /** Takes in one file. Sending the same one again answers the same attachment, so no key is needed. */
  @Requires('attachment.write')
  @WithoutKey()
  @ApiConsumes('multipart/form-data')
  @Post()
  @HttpCode(201)
  async add(@Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<AttachmentView> {
    refuseTooLarge(request);
    const part = await firstFile(request);
    return this.attachments.add(actor, sentFile(part), part.file);
  }

  /** Sends the file, always to be saved and never to be shown as a page. */
  @Requires('report.read')
  @Get(':id')
  async show(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { name, mediaType, bytes, content } = await this.opening.open(actor, id);
    void reply
      .headers({
        'content-type': mediaType,
        'content-length': bytes,
        'content-disposition': contentDisposition(name),
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-store',
      })
      .send(content);
  }
}

function refuseTooLarge(request: FastifyRequest): void {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length <= LARGEST_FILE + FORM_ALLOWANCE) return;
  throw RequestError.of(413, 'attachment.too-large', { bytes: length });
}

async function firstFile(request: FastifyRequest): Promise<MultipartFile> {
  const isForm = request.isMultipart();
  const limits = { files: 1, fields: 5, fileSize: LARGEST_FILE + 1 };
  // What is no form at all, or breaks off before its file, is the sender's fault and not ours.
  const part = isForm ? await request.file({ limits }).catch(() => undefined) : undefined;
  if (!part) throw RequestError.of(422, 'attachment.missing');
  return part;
}

function sentFile(part: MultipartFile): SentFile {
  const name = textOf(part, 'name');
  return {
    name: name === '' ? part.filename : name,
    isDeclared: textOf(part, 'declared') === 'yes',
    isReserved: textOf(part, 'reserved') === 'yes',
  };
}

function textOf(part: MultipartFile, name: string): string {
  const field = part.fields[name];
  const isText = field && !Array.isArray(field) && field.type === 'field' && typeof field.value === 'string';
  return isText ? (field.value as string) : '';
}
