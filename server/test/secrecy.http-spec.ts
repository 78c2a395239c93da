import { openTestDatabase } from './databases';
import { aForm, aWordFile } from './files';
import { openReportStage, type ReportStage } from './report-stage';

describe('The log of a whole journey', () => {
  const secrets: string[] = [];
  let stage: ReportStage;

  beforeAll(async () => {
    stage = await openReportStage(() => openTestDatabase('sqlite'));
    const liaison = await stage.as('逊克县', 'liaison');
    const lead = await stage.as('市专班牵头单位', 'lead-officer');
    secrets.push(liaison, lead);
    await stage.handIn('逊克县');
    await stage.server.ticker.tick();
    const { headers, payload } = aForm('给13800000199的月报.docx', aWordFile());
    await stage.ask({ method: 'POST', url: '/api/attachments', as: liaison, body: payload, headers });
    await stage.ask({ url: '/api/me', as: liaison });
    await stage.ask({ url: '/api/board?period=2022-05', as: lead });
    const list = await stage.ask({ url: '/api/appointments', as: lead });
    expect(list.statusCode).toBe(200);
    const [own] = await stage.rows<{ id: string }>(
      "SELECT a.id FROM appointment a JOIN unit u ON u.id = a.unit_id WHERE u.name = '孙吴县'",
    );
    const invite = await stage.ask({
      method: 'POST',
      url: `/api/appointments/${own?.id ?? ''}/invite`,
      as: lead,
      body: {},
    });
    secrets.push(invite.json<{ code: string }>().code);
    await stage.ask({
      method: 'PUT',
      url: `/api/appointments/${own?.id ?? ''}/phone`,
      as: lead,
      body: { phone: '13800000188' },
    });
    await stage.ask({ method: 'POST', url: '/api/sign-in/wechat', body: { code: 'wrong-code-12345' } });
    await stage.ask({
      method: 'POST',
      url: '/api/sign-in/phone',
      body: { ticket: 'wrong-ticket-12345', phoneCode: 'wrong-phone-code' },
    });
    await stage.ask({
      method: 'POST',
      url: '/api/sign-out',
      as: lead,
      body: '{"phone":"13800000177"',
      headers: { 'content-type': 'application/json' },
    });
    secrets.push(
      'wrong-code-12345',
      'wrong-ticket-12345',
      'wrong-phone-code',
      '13800000188',
      '13800000177',
      '13800000199',
    );
    const phones = await stage.rows<{ phone: string }>('SELECT phone FROM person WHERE phone IS NOT NULL');
    secrets.push(...phones.map((row) => row.phone));
  });

  afterAll(() => stage.close());

  it('tells of every request, by its route and whose appointment it was', () => {
    const log = stage.server.logLines.join('');
    for (const route of ['/api/reports/:id/submit', '/api/attachments', '/api/appointments/:id/invite', '/api/me']) {
      expect(log).toContain(`"route":"${route}"`);
    }
    expect(log).toMatch(/"appointmentId":"\w{26}"/);
  });

  it('holds no token, no code, no telephone number and no word that was written', () => {
    const log = stage.server.logLines.join('');
    expect(secrets.length).toBeGreaterThan(20);
    for (const secret of secrets) expect(log).not.toContain(secret);
    expect(log).not.toMatch(/Bearer|test-key-/);
  });

  it('and the database keep no token and no code either', async () => {
    const stored = JSON.stringify([
      await stage.rows('SELECT * FROM session'),
      await stage.rows('SELECT * FROM invite_code'),
      await stage.rows('SELECT * FROM idempotency_record'),
      await stage.rows('SELECT * FROM audit_entry'),
    ]);
    for (const secret of secrets.slice(0, 3)) expect(stored).not.toContain(secret);
    const phones = await stage.rows<{ phone: string }>('SELECT phone FROM person WHERE phone IS NOT NULL');
    const audit = JSON.stringify(await stage.rows('SELECT detail FROM audit_entry'));
    for (const { phone } of phones) expect(audit).not.toContain(phone);
  });
});
