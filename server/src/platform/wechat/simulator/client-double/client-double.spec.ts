import { ClientDouble, type ClientResponse } from './client-double';

/** Long enough for everything that will ever answer. */
function aMoment(): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, 20, 'no answer'));
}

test('S41: asking for messages works in the tap itself, and fails after an await', async () => {
  const phone = new ClientDouble();
  await expect(phone.tap(() => phone.requestSubscribeMessage({ tmplIds: ['a'] }))).resolves.toEqual({
    errMsg: 'requestSubscribeMessage:ok',
    a: 'accept',
  });
  const late = phone.tap(async () => {
    await phone.getSetting();
    return phone.requestSubscribeMessage({ tmplIds: ['a'] });
  });
  await expect(late).rejects.toEqual({
    errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture',
  });
  await expect(phone.requestSubscribeMessage({ tmplIds: ['a'] })).rejects.toMatchObject({
    errMsg: expect.stringContaining('TAP') as string,
  });
});

test('S41: what the sheet answers comes as success also when all was refused, and an error code as failure', async () => {
  const refusing = new ClientDouble({ sheet: () => ({ a: 'reject' }) });
  await expect(refusing.tap(() => refusing.requestSubscribeMessage({ tmplIds: ['a'] }))).resolves.toMatchObject({
    a: 'reject',
  });
  const errMsg = 'requestSubscribeMessage:fail The main switch is switched off';
  const off = new ClientDouble({ sheet: () => ({ errCode: 20004, errMsg }) });
  await expect(off.tap(() => off.requestSubscribeMessage({ tmplIds: ['a'] }))).rejects.toEqual({
    errCode: 20004,
    errMsg,
  });
});

test('S41: a call can hang for ever, and answers again later', async () => {
  const phone = new ClientDouble();
  const ended: string[] = [];
  phone.hang('requestSubscribeMessage');
  const hanging = phone.tap(() =>
    phone.requestSubscribeMessage({ tmplIds: ['a'], complete: () => ended.push('ended') }),
  );
  expect(await Promise.race([hanging, aMoment()])).toBe('no answer');
  expect(ended).toEqual([]);
  phone.hang('requestSubscribeMessage', false);
  expect(await phone.tap(() => phone.requestSubscribeMessage({ tmplIds: ['a'] }))).toMatchObject({ a: 'accept' });
  phone.hang('login');
  expect(await Promise.race([phone.login(), aMoment()])).toBe('no answer');
});

test('S41: a status of 500 goes to success, and only a missing network to fail', async () => {
  const told: string[] = [];
  const callbacks = {
    success: () => told.push('success'),
    fail: () => told.push('fail'),
    complete: () => told.push('complete'),
  };
  const broken = new ClientDouble({ respond: () => ({ statusCode: 500, data: 'oh' }) });
  expect(await broken.request({ url: '/api/inbox', ...callbacks })).toEqual({ statusCode: 500, data: 'oh' });
  const offline = new ClientDouble({ respond: () => Promise.reject(new Error('no network')) });
  await expect(offline.request({ url: '/api/inbox', ...callbacks })).rejects.toEqual({ errMsg: 'request:fail' });
  expect(told).toEqual(['success', 'complete', 'fail', 'complete']);
});

/** A phone whose server answers only when told. */
function patientPhone(overflow: 'wait' | 'fail') {
  const answers: ((response: ClientResponse) => void)[] = [];
  const phone = new ClientDouble({ overflow, respond: () => new Promise((resolve) => answers.push(resolve)) });
  return { phone, answers };
}

test('S41: the eleventh request waits until one of the ten has ended', async () => {
  const { phone, answers } = patientPhone('wait');
  const uploads = Array.from({ length: 5 }, () => phone.uploadFile({ url: '/api/files', filePath: 'a', name: 'file' }));
  const requests = Array.from({ length: 6 }, () => phone.request({ url: '/api/inbox' }));
  await aMoment();
  expect([phone.requestsUnderWay, answers.length]).toEqual([10, 10]);
  answers[0]?.({ statusCode: 200, data: '' });
  await aMoment();
  expect([phone.requestsUnderWay, answers.length]).toEqual([10, 11]);
  for (const answer of answers) answer({ statusCode: 200, data: '' });
  expect(await Promise.all([...uploads, ...requests])).toHaveLength(11);
  await aMoment();
  expect(phone.requestsUnderWay).toBe(0);
});

test('S41: or the eleventh fails, and the other ten end well', async () => {
  const { phone, answers } = patientPhone('fail');
  const ten = Array.from({ length: 10 }, () => phone.request({ url: '/api/inbox' }));
  await expect(phone.downloadFile({ url: '/api/files/1' })).rejects.toMatchObject({
    errMsg: expect.stringContaining('downloadFile:fail') as string,
  });
  for (const answer of answers) answer({ statusCode: 200, data: '' });
  expect(await Promise.all(ten)).toHaveLength(10);
});

test('S41: what is under way when the mini program goes to the background fails as interrupted', async () => {
  const { phone } = patientPhone('wait');
  const request = phone.request({ url: '/api/inbox' });
  await aMoment();
  phone.enterBackground();
  await expect(request).rejects.toEqual({ errMsg: 'request:fail interrupted' });
});

test('S41: before the privacy statement is agreed a choice fails with 104, undeclared with 112', async () => {
  const hesitant = new ClientDouble({ isPrivacyAgreed: false });
  await expect(hesitant.chooseMessageFile()).rejects.toMatchObject({ errno: 104 });
  await expect(hesitant.setClipboardData()).rejects.toMatchObject({ errno: 104 });
  const undeclared = new ClientDouble({ undeclared: ['chooseMedia'] });
  await expect(undeclared.chooseMedia()).rejects.toEqual({
    errno: 112,
    errMsg: 'chooseMedia:fail api scope is not declared in the privacy agreement',
  });
  await expect(undeclared.getClipboardData()).resolves.toMatchObject({ errMsg: 'getClipboardData:ok' });
});

test('the answer never comes in the stack of the caller', async () => {
  const phone = new ClientDouble();
  let isTold = false;
  const request = phone.request({ url: '/api/inbox', success: () => (isTold = true) });
  expect(isTold).toBe(false);
  await request;
  expect(isTold).toBe(true);
});

test('kept choices are told only to those who ask for them', async () => {
  const phone = new ClientDouble({ subscriptions: () => ({ mainSwitch: false, itemSettings: { a: 'reject' } }) });
  expect(await phone.getSetting({ withSubscriptions: true })).toMatchObject({
    subscriptionsSetting: { mainSwitch: false, itemSettings: { a: 'reject' } },
  });
  expect(await phone.getSetting()).not.toHaveProperty('subscriptionsSetting');
});
