import { Injectable } from '@nestjs/common';
import { decideAssessment } from '@jiannuo/shared/assessment';
import { Transactions } from '../../../platform/database';
import { scopeOf, type Actor } from '../../../platform/identity';
import { allowed, lockAssessment, situationOf } from '../assessment.lock';
import { MonthFinals } from './month-finals';

/** 定稿: what fixes a county's month. */
@Injectable()
export class ClosingCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly finals: MonthFinals,
  ) {}

  /**
   * Makes the reviewed score final (定稿), with what the spot check found since and the rulings that then hold. Never
   * before the month's spot check is drawn, where one was committed (Q17). The case that it was made from is kept with it.
   * Where something fell due since the review and was not met, the score is stated anew instead: the county is told first.
   */
  finalise(actor: Actor, id: string): Promise<{ readonly version: number; readonly isRestated: boolean }> {
    return this.transactions.run(async (tx, now) => {
      const assessment = await lockAssessment(tx, scopeOf(actor), id);
      allowed(decideAssessment('finalise', situationOf(assessment, actor, now)));
      const { groupId, period, unitId } = assessment;
      const restated = await this.finals.fix(tx, { actor, now, groupId, period, unitId }, [assessment]);
      return { version: assessment.version + 1, isRestated: restated.has(id) };
    });
  }
}
