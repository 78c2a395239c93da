import { Injectable } from '@nestjs/common';
import type { InformationRule } from '@jiannuo/shared/information';
import type { Period } from '@jiannuo/shared/kernel';
import type { Scope } from '../../platform/identity';

/** Answers what a month's work updates are worth by what was ruled; null where nothing says otherwise. */
export type MonthRuleReader = (scope: Scope, period: Period) => Promise<InformationRule | null>;

/** Where the subject that keeps the rulings, which this one does not know, says how a month's work updates count. */
@Injectable()
export class MonthRules {
  private reader: MonthRuleReader = () => Promise.resolve(null);

  /** Names the reader, once at start. */
  register(reader: MonthRuleReader): void {
    this.reader = reader;
  }

  /** What a month's work updates are worth; null where the year's own settings hold. */
  of(scope: Scope, period: Period): Promise<InformationRule | null> {
    return this.reader(scope, period);
  }
}
