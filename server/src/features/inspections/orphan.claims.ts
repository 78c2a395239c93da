import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ClaimView } from '@jiannuo/shared/notifications';
import type { Actor } from '../../platform/identity';
import { InboxClaims } from '../../platform/notifications';
import { OrphanedInspections } from './orphans';

/** Tells the officers of the lead unit that there is something for named persons which nobody of them may know of: no more than that. */
@Injectable()
export class OrphanClaims implements OnModuleInit {
  constructor(
    private readonly claims: InboxClaims,
    private readonly orphans: OrphanedInspections,
  ) {}

  onModuleInit(): void {
    this.claims.register((actor) => this.of(actor));
  }

  private async of({ role, groupId }: Actor): Promise<readonly ClaimView[]> {
    if (role !== 'lead-officer' || (await this.orphans.of(groupId)).length === 0) return [];
    return [
      {
        targets: [{ kind: 'none', id: 'orphaned-inspections' }],
        title: '有限知悉的件，本单位没有知悉人了',
        about: '请分管领导指定一人，由管理员登记',
        dueAt: null,
      },
    ];
  }
}
