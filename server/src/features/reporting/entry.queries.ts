import { Injectable } from '@nestjs/common';
import type { ReceiptView } from '@jiannuo/shared/reporting';
import { Clock } from '../../platform/clock';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { GroupYears } from '../obligations';
import { enteredAs, EnteredAssessments } from './entered-assessments';
import { EnteredSheets } from './entered-sheets';
import { assessmentReceipt } from './receipt';

/** Reads what the lead unit entered for a unit and has no report of its own. */
@Injectable()
export class EntryQueries {
  constructor(
    private readonly assessments: EnteredAssessments,
    private readonly clock: Clock,
    private readonly years: GroupYears,
    private readonly sheets: EnteredSheets,
  ) {}

  /** The receipt of a self-assessment that was entered, with what was said about its time. One that the unit handed in itself has none. */
  async receipt(actor: Actor, obligationId: string): Promise<ReceiptView> {
    const found = await this.assessments.of(scopeOf(actor), obligationId);
    if (found.channel === 'app') throw DomainError.conflict('reporting.not-entered');
    const year = await this.years.required(found.groupId, found.period);
    const contentHash = await this.sheets.hashOf(found.recordId);
    const facts = { ...found, by: found.byUnit, enteredAs: enteredAs(found), contentHash };
    return assessmentReceipt(facts, year, { role: actor.role, now: this.clock.now() });
  }
}
