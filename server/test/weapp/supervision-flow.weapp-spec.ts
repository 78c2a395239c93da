import { aJpeg } from '../files';
import { DemoServer } from '../journeys/demo-server';
import { CHECKER, LEAD, OFFICER } from '../journeys/people';
import { WEAPP_FOLDER } from './weapp-build';
import { WeappPhone } from './weapp-phone';

const SIGN_IN = 'pages/sign-in/index';
const TITLE = '“码上诚信”赋码进度滞后';
const SECRET = '窗口承诺公示暗访';
const CLUE = '逊克县经督办仍没有完成';
/** The liaison of the oversight group, to whom clues go. */
const OVERSIGHT = 'heihe-2022/22/liaison';

/** Notices, tickets and inspections on the build for WeChat: what lists say, what opens, what is tapped. */
describe('supervision on the build for WeChat', () => {
  let server: DemoServer;
  const phones: WeappPhone[] = [];
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    server = await DemoServer.start();
  }, 120_000);
  afterAll(async () => {
    for (const phone of phones) phone.close();
    await server.stop();
  });

  /** The phone of somebody who signed in, opened at a page; what WeChat was asked to do stands in `calls`. */
  const openPhone = async (account: string, url: string): Promise<{ phone: WeappPhone; calls: string[] }> => {
    const calls: string[] = [];
    const codes = await Promise.all([1, 2, 3].map(() => server.demo('login-code', { account })));
    const phone = new WeappPhone(WEAPP_FOLDER, {
      server: server.address,
      loginCode: () => String(codes.pop()?.['code']),
      answerSubscription: () => ({}),
      notice: (name) => calls.push(name),
    });
    phones.push(phone);
    phone.launch(SIGN_IN);
    (await phone.waitFor('用微信手机号登录')).tap('.tick');
    await phone.settle();
    phone.page.report('用微信手机号登录', 'getphonenumber', { code: 'known-already' });
    for (let turn = 0; turn < 60 && phone.page.route === SIGN_IN; turn += 1) await phone.settle();
    phone.show(url);
    return { phone, calls };
  };

  const call = async (account: string, path: string, body?: object): Promise<Record<string, unknown>> => {
    if (!tokens.has(account)) {
      const { code } = await server.demo('login-code', { account });
      tokens.set(account, '');
      tokens.set(account, String((await call(account, '/api/sign-in/wechat', { code }))['token']));
    }
    const answer = await fetch(server.address + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${tokens.get(account) ?? ''}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const view = (await answer.json()) as Record<string, unknown>;
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(view)}`);
    return view;
  };
  /** A photo for named persons alone, as its writer sends it. */
  const putInPhoto = async (): Promise<string> => {
    await call(LEAD, '/api/me');
    const form = new FormData();
    form.append('reserved', 'yes');
    form.append('file', new Blob([new Uint8Array(aJpeg(400, 300, 6))]), '现场照片.jpg');
    const headers = { authorization: `Bearer ${tokens.get(LEAD) ?? ''}` };
    const answer = await fetch(`${server.address}/api/attachments`, { method: 'POST', headers, body: form });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { id: string }).id;
  };
  const step = (account: string, id: string, action: string, version: number) =>
    call(account, `/api/supervision/notices/${id}/steps`, { action, version, reason: '' });
  const people = async () =>
    (await call(LEAD, '/api/appointments'))['rows'] as {
      id: string;
      role: string;
      personName: string;
      unit: { id: string; name: string };
    }[];

  const ORDER = {
    title: TITLE,
    ground: 'late',
    requirement: '查明原因，5月底前达到23.5%。',
    fields: { facts: '到5月15日累计占比20.11%。' },
    answer: 'feedback',
    dueAt: '2022-05-31T10:00:00.000Z',
    earlierId: null,
    link: null,
    evidence: [],
    readerIds: [] as string[],
  };
  let order = '';

  it('shows the checker what waits, and takes the order through check and issue', async () => {
    const unit = (await people()).find(({ unit: { name } }) => name === '逊克县')!.unit;
    const content = { ...ORDER, addressees: [{ unitId: unit.id, part: 'main' }] };
    order = String((await call(LEAD, '/api/supervision/notices', { kind: 'order', content, correctsId: null }))['id']);
    await step(LEAD, order, 'send', 1);
    const { phone } = await openPhone(CHECKER, 'pages/supervision/notices/index');
    (await phone.waitFor(TITLE)).tap(TITLE);
    (await phone.waitFor('核对无误')).tap('核对无误');
    await phone.waitFor('已核对');
    await phone.settle();
    phone.page.tap('签发');
    await phone.waitFor('签发前看一眼');
    await phone.settle();
    phone.page.tap('签发');
    await phone.waitFor('待签收');
    expect(phone.page.text()).toContain('督办单〔2022〕1号');
    expect(phone.complaints).toEqual([]);
  });

  /** The ticket of the order on the phone of somebody, with its timeline. */
  const openTicket = async (account: string): Promise<WeappPhone> => {
    const { units } = (await call(LEAD, `/api/supervision/notices/${order}`)) as { units: readonly { id: string }[] };
    const { phone } = await openPhone(account, `pages/supervision/ticket/index?id=${units[0]!.id}`);
    await phone.waitFor('办理过程');
    await phone.settle();
    return phone;
  };
  /** Takes a step from behind 更多, with what it asks typed into its field. */
  const take = async (phone: WeappPhone, verb: string, label: string, words: string): Promise<void> => {
    phone.page.tap('更多');
    (await phone.waitFor(verb)).tap(verb);
    await phone.waitFor(label);
    await phone.settle();
    const field = phone.page.field(label);
    phone.page.type(field, words);
    phone.page.leave(field, words);
    await phone.settle();
    phone.page.tap(verb);
  };

  it('lets the county sign for it, hand it over and ask for more time, and the lead unit give it', async () => {
    const { phone } = await openPhone(OFFICER, 'pages/supervision/tickets/index');
    (await phone.waitFor(TITLE)).tap(TITLE);
    await phone.waitFor('办理过程');
    await phone.settle();
    phone.page.tap('签收');
    await phone.waitFor('写反馈');
    await phone.settle();
    await take(phone, '转办', '转给谁办', '信用工作股王股长');
    await phone.waitFor('信用工作股王股长办');
    await phone.settle();
    await take(phone, '申请延期', '延期理由', '银行数据月底才出。');
    await phone.waitFor('等答复时先不往下督导');
    expect(phone.complaints).toEqual([]);
    const lead = await openTicket(LEAD);
    lead.page.tap('同意延期');
    await lead.waitFor('同意到哪天');
    await lead.settle();
    lead.page.tap('同意延期');
    await lead.waitFor('6月3日 周五 18:00前反馈');
    expect(lead.complaints).toEqual([]);
  });

  it('lets the county answer it, the lead unit send it back, and the county answer again', async () => {
    const phone = await openTicket(OFFICER);
    phone.page.tap('写反馈');
    await phone.waitFor('办理情况');
    await phone.settle();
    const field = phone.page.field('办理情况');
    phone.page.type(field, '已查明原因，新增赋码328户。');
    phone.page.leave(field, '已查明原因，新增赋码328户。');
    await phone.settle();
    phone.page.tap('交反馈');
    await phone.waitFor('待复核');
    expect(phone.page.text()).toContain('新增赋码328户');
    expect(phone.complaints).toEqual([]);
    const lead = await openTicket(LEAD);
    await take(lead, '退回修改', '退回理由', '没有附台账');
    await lead.waitFor('没有附台账');
    expect(lead.complaints).toEqual([]);
    const again = await openTicket(OFFICER);
    expect(again.page.text()).toContain('退回修改：没有附台账');
    again.page.tap('写反馈');
    await again.waitFor('办理情况');
    await again.settle();
    const next = again.page.field('办理情况');
    again.page.type(next, '已补台账。');
    again.page.leave(next, '已补台账。');
    await again.settle();
    again.page.tap('交反馈');
    await again.waitFor('反馈（第2次）');
    expect(again.complaints).toEqual([]);
  });

  it('drafts a notice on the phone, which stays on the server', async () => {
    const { phone } = await openPhone(LEAD, 'pages/supervision/write/index?kind=slip');
    await phone.waitFor('提醒报送工作情况');
    await phone.settle();
    const field = phone.page.field('事项');
    phone.page.type(field, '报送“信易贷”典型案例');
    phone.page.leave(field, '报送“信易贷”典型案例');
    phone.page.tap('提醒报送工作情况');
    await phone.settle();
    phone.page.tap('先存着');
    await phone.waitFor('已存到服务器');
    const rows = (await call(LEAD, '/api/supervision/notices'))['rows'] as { title: string }[];
    expect(rows.map(({ title }) => title)).toContain('报送“信易贷”典型案例');
    expect(phone.complaints).toEqual([]);
  });

  it('opens a clue for its named receiver under a watermark, with nothing to pass it on by', async () => {
    const all = await people();
    const receiver = all.find(({ unit: { name }, role }) => name === '督导考评问责专班' && role === 'liaison')!;
    const officers = all.filter(({ role }) => role === 'lead-officer');
    const content = {
      ...ORDER,
      title: CLUE,
      ground: 'duty-unmet',
      fields: { facts: '没有完成。', persons: '分管负责人' },
      answer: 'receipt',
      dueAt: null,
      addressees: [{ unitId: receiver.unit.id, part: 'main' }],
      readerIds: [receiver.id, ...officers.map(({ id }) => id)],
      accusedIds: [all.find(({ unit: { name } }) => name === '逊克县')!.unit.id],
      evidence: [{ id: 'e1', title: '现场照片', kind: 'photo', attachmentId: await putInPhoto() }],
    };
    const id = String(
      (await call(LEAD, '/api/supervision/notices', { kind: 'clue', content, correctsId: null }))['id'],
    );
    await step(LEAD, id, 'send', 1);
    await step(CHECKER, id, 'check', 2);
    await step(CHECKER, id, 'issue', 3);
    const { phone, calls } = await openPhone(OVERSIGHT, 'pages/supervision/tickets/index');
    (await phone.waitFor(CLUE)).tap(CLUE);
    await phone.waitFor('限知悉人员');
    await phone.settle();
    expect(phone.page.text()).toMatch(/督导考评问责专班联络员 2022年/);
    expect(calls).toContain('hideShareMenu');
    phone.page.tap('现场照片');
    for (let turn = 0; turn < 60 && !calls.includes('openDocument pdf'); turn += 1) await phone.settle();
    expect(calls).toContain('openDocument pdf');
    phone.page.tap('签收');
    (await phone.waitFor('记处理结果')).tap('记处理结果');
    await phone.waitFor('只有知悉人看得到');
    expect(phone.complaints).toEqual([]);
  });

  it('plans an unannounced inspection that nobody passes on, and notes a problem on the spot', async () => {
    const unit = (await people()).find(({ unit: { name } }) => name === '逊克县')!.unit;
    const plan = {
      method: 'unannounced',
      subject: 'key-tasks',
      title: SECRET,
      matter: '看窗口是否公示承诺。',
      fromOn: '2022-05-17',
      toOn: '2022-05-18',
      others: '',
      memberIds: [],
      unitIds: [unit.id],
    };
    await call(LEAD, '/api/inspections/plans', { plan });
    const { phone, calls } = await openPhone(LEAD, 'pages/inspections/list/index');
    (await phone.waitFor(SECRET)).tap(SECRET);
    await phone.waitFor('反馈前只有督导人员知道');
    await phone.settle();
    expect(calls).toContain('hideShareMenu');
    phone.page.tap('开始督导');
    await phone.waitFor('暗访不通知单位');
    await phone.settle();
    phone.page.tap('开始督导');
    (await phone.waitFor('记一个问题')).tap('记一个问题');
    await phone.waitFor('整改要求');
    await phone.settle();
    const field = phone.page.field('事实');
    phone.page.type(field, '两个窗口没有公示承诺。');
    phone.page.leave(field, '两个窗口没有公示承诺。');
    await phone.settle();
    phone.page.tap('记下');
    await phone.waitFor('发现的问题，1个');
    expect(phone.complaints).toEqual([]);
  });

  it('has every page of supervision, inspections and burden, for whom it is', async () => {
    const pages = [
      [LEAD, 'pages/supervision/circulars/index', '还没有登记通报点名'],
      [LEAD, 'pages/supervision/circular/index', '点到的问题'],
      [LEAD, 'pages/burden/month/index', '不排名次'],
      [OFFICER, 'pages/inspections/received/index', '没有督导检查'],
      [LEAD, `pages/supervision/notice/index?id=${order}`, '办理情况'],
    ] as const;
    for (const [account, url, words] of pages) {
      const { phone } = await openPhone(account, url);
      await phone.waitFor(words);
      await phone.settle();
      expect([url, phone.complaints]).toEqual([url, []]);
      phone.close();
    }
  });
});
