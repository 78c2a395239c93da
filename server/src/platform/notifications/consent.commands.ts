import { Injectable } from '@nestjs/common';
import { readSheetResults } from '@jiannuo/shared/notifications';
import { Transactions } from '../database';
import { DomainError } from '../http';
import type { Actor } from '../identity';
import { ConsentLedger } from './consent.ledger';
import { RecipientLookup } from './recipient-lookup';
import { MessageTemplates } from './templates';

/** Writes down what people choose in WeChat's sheet. */
@Injectable()
export class ConsentCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: ConsentLedger,
    private readonly templates: MessageTemplates,
    private readonly people: RecipientLookup,
  ) {}

  /**
   * What the sheet answered on the actor's phone. Templates that are not ours are passed over.
   * Refuses `notifications.not-bound` when the actor has no WeChat account to be written to.
   */
  async report(actor: Actor, results: Readonly<Record<string, unknown>>): Promise<{ readonly openId: string }> {
    const openId = await this.people.directory.openIdOf(actor);
    if (openId === null) throw DomainError.invalid('notifications.not-bound');
    const ids = this.templates.all().map(({ template }) => template.priTmplId);
    const choices = [...readSheetResults(results, ids)];
    return this.transactions.run(async (tx) => {
      for (const [templateId, status] of choices) {
        await this.ledger.choose(tx, { openId, templateId, source: 'sheet', status, eventKey: null });
      }
      return { openId };
    });
  }
}
