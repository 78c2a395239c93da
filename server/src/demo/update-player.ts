import { Injectable } from '@nestjs/common';
import { beijingDate } from '@jiannuo/shared/kernel';
import type { WorkUpdateListView, WorkUpdateRow } from '@jiannuo/shared/information';
import { HEIHE_2022 } from '@jiannuo/shared/samples';
import { DEMO_PHONES } from '../features/samples';
import { DemoPeople } from './demo-people';
import type { UpdateAct, UpdateStep } from './sample-updates';

/** Lets the sample people send work updates, and the lead unit judge them, through the server's own interface. */
@Injectable()
export class UpdatePlayer {
  constructor(private readonly people: DemoPeople) {}

  /** Does one act at the present moment. Throws when the server refuses it. */
  async play(act: UpdateAct): Promise<void> {
    const { step } = act;
    if (step.kind === 'send') return this.send(act.unitNumber, step);
    const token = await this.people.tokenOf(DEMO_PHONES.lead);
    const url = `/api/work-updates?period=${act.period}`;
    const { rows } = await this.people.expect<WorkUpdateListView>({ token, url });
    if (step.kind === 'compile')
      return this.compile(
        token,
        act,
        step.titles.map((title) => named(rows, title).id),
      );
    const { id, version } = named(rows, step.title);
    await this.people.expect({
      token,
      method: 'POST',
      url: `/api/work-updates/${id}/marks`,
      body: { version, ...markOf(step, act) },
    });
  }

  private async send(unitNumber: number, step: Extract<UpdateStep, { kind: 'send' }>): Promise<void> {
    const token = await this.people.tokenOf(`${HEIHE_2022.key}/${String(unitNumber)}/liaison`);
    const evidence = step.evidence.map((title, index) => {
      const kind = title.includes('照片') ? 'photo' : 'document';
      return { id: `e${String(index + 1)}`, title, kind, attachmentId: null };
    });
    const body = { title: step.title, text: step.text, evidence };
    await this.people.expect({ token, method: 'POST', url: '/api/work-updates', body });
  }

  private async compile(token: string, act: UpdateAct, updateIds: readonly string[]): Promise<void> {
    const body = { period: act.period, updateIds, sentOn: beijingDate(act.at) };
    await this.people.expect({ token, method: 'POST', url: '/api/bulletins', body });
  }
}

function markOf(step: Exclude<UpdateStep, { kind: 'send' | 'compile' }>, act: UpdateAct): object {
  if (step.kind === 'adopt') {
    return { kind: 'adopted', reason: '', adopter: step.adopter, confirmedOn: beijingDate(act.at) };
  }
  return { kind: step.kind === 'not-choose' ? 'not-chosen' : 'high-quality', reason: step.reason };
}

function named(rows: readonly WorkUpdateRow[], title: string): WorkUpdateRow {
  const row = rows.find((each) => each.title === title);
  if (row === undefined) throw new Error(`There is no sample work update “${title}”.`);
  return row;
}
