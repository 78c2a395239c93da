import { Injectable } from '@nestjs/common';
import type { CoverageView, RecordContactRequest } from '@jiannuo/shared/coordination';
import { beijingDate } from '@jiannuo/shared/kernel';
import { HEIHE_2022 } from '@jiannuo/shared/samples';
import { DEMO_PHONES } from '../features/samples';
import { DemoPeople } from './demo-people';
import type { ContactAct } from './sample-contacts';

/** Lets the sample lead unit note whom it talked with, through the server's own interface. */
@Injectable()
export class ContactPlayer {
  constructor(private readonly people: DemoPeople) {}

  /** Notes one contact at the present moment. Throws when the server refuses it. */
  async play({ at, withUnits, channel, subject, result }: ContactAct): Promise<void> {
    const token = await this.people.tokenOf(DEMO_PHONES.lead);
    const { rows } = await this.people.expect<CoverageView>({ token, url: '/api/contacts/coverage' });
    const names = HEIHE_2022.units.filter(({ number }) => withUnits.includes(number)).map(({ name }) => name);
    const unitIds = rows.filter(({ unitName }) => names.includes(unitName)).map(({ unitId }) => unitId);
    const body: RecordContactRequest = { unitIds, contactedOn: beijingDate(at), channel, subject, result };
    await this.people.expect({ token, method: 'POST', url: '/api/contacts', body });
  }
}
