import { Injectable } from '@nestjs/common';
import type { ConsentsView, MessagePurpose } from '@jiannuo/shared/notifications';
import { batchesOf, Database, placesFor } from '../database';
import type { Actor } from '../identity';
import { grantKindOf } from '../wechat';
import { RecipientLookup } from './recipient-lookup';
import { MessageTemplates } from './templates';

interface BalanceRow {
  readonly open_id: string;
  readonly template_id: string;
  readonly balance: number;
}

/** Reads the ledger of grants. */
@Injectable()
export class ConsentQueries {
  constructor(
    private readonly database: Database,
    private readonly templates: MessageTemplates,
    private readonly people: RecipientLookup,
  ) {}

  /** What the actor has granted with their own account. */
  async viewOfActor(actor: Actor): Promise<ConsentsView> {
    return this.viewOf(await this.people.directory.openIdOf(actor));
  }

  /** What one account has granted, purpose by purpose; everything is 0 without an account. */
  async viewOf(openId: string | null): Promise<ConsentsView> {
    const balances = await this.balancesOf(openId === null ? [] : [openId]);
    const templates = this.templates.all().map(({ purpose, template }) => ({
      purpose,
      title: template.title,
      templateId: template.priTmplId,
      kind: grantKindOf(template),
      balance: balances.get(grantKey(openId ?? '', template.priTmplId)) ?? 0,
    }));
    return { templates };
  }

  /** Grants left for a purpose, by account; accounts without an entry are left out. */
  async grantsFor(purpose: MessagePurpose, openIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const template = this.templates.of(purpose);
    if (template === null) return new Map();
    const balances = await this.balancesOf(openIds);
    return new Map(openIds.map((openId) => [openId, balances.get(grantKey(openId, template.priTmplId)) ?? 0]));
  }

  /** All balances of some accounts, by `grantKey`. */
  async balancesOf(openIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = new Map<string, number>();
    for (const some of batchesOf(openIds)) {
      const sql = `SELECT open_id, template_id, balance FROM consent_balance
        WHERE open_id IN (${placesFor(some)})`;
      for (const row of await this.database.rows<BalanceRow>(sql, some)) {
        found.set(grantKey(row.open_id, row.template_id), Number(row.balance));
      }
    }
    return found;
  }
}

/** What names a balance. */
export function grantKey(openId: string, templateId: string): string {
  return `${openId} ${templateId}`;
}
