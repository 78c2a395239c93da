import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { ImportPreview, ImportRequest, PlanResult } from '@jiannuo/shared/ledger';
import { LEDGER_SHEET } from '@jiannuo/shared/ledger';
import { SHEET_LIMITS } from '@jiannuo/shared/sheets';
import { Attachments } from '../../platform/attachments';
import { readWorkbook } from '../../platform/excel';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { PlanCommands } from './plan.commands';
import { PlanQueries } from './plan.queries';

/** Imports that come as an uploaded file, which stays as the basis of the plan's version. */
@Injectable()
export class ImportCommands {
  constructor(
    private readonly attachments: Attachments,
    private readonly plans: PlanCommands,
    private readonly queries: PlanQueries,
  ) {}

  /** What the import would change, or everything that has to be put right first. */
  async preview(actor: Actor, asked: Pick<ImportRequest, 'year' | 'attachmentId'>): Promise<ImportPreview> {
    const file = await this.fileOf(actor, asked.attachmentId);
    return this.queries.preview(actor.groupId, asked.year, file);
  }

  /** Puts the list in the place of the plan, all of it or nothing; refused when the plan has moved on since the preview. */
  async import(actor: Actor, request: ImportRequest): Promise<PlanResult> {
    const { year, attachmentId, planRevision, reason } = request;
    const workbook = await readWorkbook(await this.fileOf(actor, attachmentId), [LEDGER_SHEET]);
    if (workbook.faults.length > 0) {
      throw DomainError.invalid('ledger.list-faulty', { count: workbook.faults.length });
    }
    const { groupId } = actor;
    return this.plans.import({ actor, groupId, year, sheets: workbook.sheets, planRevision, attachmentId, reason });
  }

  private async fileOf(actor: Actor, attachmentId: string): Promise<Buffer> {
    const attachment = await this.attachments.find(actor, attachmentId);
    if (!attachment.name.toLowerCase().endsWith('.xlsx')) throw DomainError.invalid('ledger.not-excel');
    if (attachment.bytes > SHEET_LIMITS.bytes) throw DomainError.invalid('excel.too-large');
    return readFile(await this.attachments.locate(attachment));
  }
}
