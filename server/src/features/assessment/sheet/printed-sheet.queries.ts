import { Injectable } from '@nestjs/common';
import { caseOf, printedSheet, withStatements, type PrintedSheet } from '@jiannuo/shared/assessment';
import { Database } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import type { Actor } from '../../../platform/identity';
import { AssessmentQueries } from './assessment.queries';

/** Reads a county's month as annex 3 prints it. */
@Injectable()
export class PrintedSheetQueries {
  constructor(
    private readonly assessments: AssessmentQueries,
    private readonly database: Database,
  ) {}

  /**
   * What was handed in; before that the county's own draft, which nobody else sees. Refused with `assessment.no-sheet`
   * where there is neither. Titles and evidence are those of the ledger now.
   */
  async of(actor: Actor, id: string): Promise<PrintedSheet> {
    const { records, sheet, draft, unitId, metAt, dueAt, serverNow } = await this.assessments.view(actor, id);
    if (sheet === null && actor.unitId !== unitId) throw DomainError.conflict('assessment.no-sheet');
    const unit = await this.database.row<{ readonly name: string }>('SELECT full_name AS name FROM unit WHERE id = ?', [
      unitId,
    ]);
    const written = draft.content;
    const handedIn = sheet?.content ?? {
      draft: written,
      month: withStatements(caseOf(records, serverNow, true), written),
    };
    return printedSheet({
      unitName: unit?.name ?? '',
      records,
      draft: handedIn.draft,
      month: handedIn.month,
      isEntered: sheet?.entry != null,
      handedInAt: sheet === null ? null : (metAt ?? sheet.receivedAt),
      dueAt,
    });
  }
}
