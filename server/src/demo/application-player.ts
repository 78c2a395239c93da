import { Injectable } from '@nestjs/common';
import type { ApplicationListView } from '@jiannuo/shared/applications';
import { HEIHE_2022 } from '@jiannuo/shared/samples';
import { DEMO_PHONES } from '../features/samples';
import { DemoPeople } from './demo-people';
import type { ApplicationAct } from './sample-applications';

/** Lets the sample counties apply, and the lead unit decide, through the server's own interface. */
@Injectable()
export class ApplicationPlayer {
  constructor(private readonly people: DemoPeople) {}

  /** Does one act at the present moment. Throws when the server refuses it. */
  async play({ step, unitNumber }: ApplicationAct): Promise<void> {
    const isUnits = step.kind === 'submit';
    const token = await this.people.tokenOf(
      isUnits ? `${HEIHE_2022.key}/${String(unitNumber)}/liaison` : DEMO_PHONES.lead,
    );
    const url = '/api/applications';
    if (isUnits) {
      const body = { ...step.request, year: HEIHE_2022.settings.year, evidence: [], earlierId: null };
      await this.people.expect({ token, method: 'POST', url, body });
      return;
    }
    const { rows } = await this.people.expect<ApplicationListView>({ token, url });
    const id = rows.find(({ title }) => title === step.title)?.id ?? '';
    if (step.kind === 'carried-out') {
      const body = { period: step.period, verdict: step.kind, reason: '' };
      await this.people.expect({ token, method: 'POST', url: `${url}/${id}/months`, body });
      return;
    }
    const body = { decision: step.kind, reason: step.reason };
    await this.people.expect({ token, method: 'POST', url: `${url}/${id}/decide`, body });
  }
}
