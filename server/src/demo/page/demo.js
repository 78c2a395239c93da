import { drawClock } from './clock-panel.js';
import { byId } from './elements.js';
import { Notices } from './notices.js';
import { ask } from './server.js';
import { SubscriptionSheet } from './subscription-sheet.js';

const frames = [byId('officer-app'), byId('lead-app')];
const sheet = new SubscriptionSheet(byId('officer-app'));
const notices = new Notices((page) => open(byId('officer-app'), officer, page));
let officer = '';

function open(frame, account, page = '') {
  const hash = page ? `#/${page.replace(/^\//, '')}` : '';
  const address = `/app/?as=${encodeURIComponent(account)}${hash}`;
  if (frame.dataset.address === address && hash) frame.contentWindow.location.hash = hash;
  else frame.src = address;
  frame.dataset.address = address;
}

function introduce(id, person) {
  byId(id).querySelector('[data-part="role"]').textContent = person.role;
  byId(id).querySelector('[data-part="unit"]').textContent = person.unit;
}

async function begin() {
  const accounts = await ask('accounts');
  officer = accounts.officer.account;
  introduce('officer', accounts.officer);
  introduce('lead', accounts.lead);
  byId('desktop').href = `/app/?as=${encodeURIComponent(accounts.lead.account)}`;
  sheet.belongTo(officer);
  notices.belongTo(officer);
  open(byId('officer-app'), officer);
  open(byId('lead-app'), accounts.lead.account);
  drawClock(await ask('clock'));
  await notices.refresh(false);
}

/** Does what a control asks while all of them wait, then shows what became of it. */
async function act(work) {
  const controls = document.querySelectorAll('.panel button, #restart');
  for (const control of controls) control.disabled = true;
  byId('trouble').hidden = true;
  try {
    await work();
  } catch (error) {
    byId('trouble').textContent = error.message;
    byId('trouble').hidden = false;
  } finally {
    for (const control of controls) control.disabled = false;
  }
}

async function move(wish) {
  drawClock(await ask('clock', wish));
  for (const frame of frames) frame.contentWindow.postMessage({ type: 'jiannuo-demo-tick' }, location.origin);
  await notices.refresh(true);
}

for (const button of document.querySelectorAll('[data-step]')) {
  button.addEventListener('click', () => act(() => move({ step: button.dataset.step })));
}
byId('choose').addEventListener('click', async () => {
  const isOpening = byId('chooser').hidden;
  if (isOpening) byId('moment').value = (await ask('clock')).local;
  byId('chooser').hidden = !isOpening;
  byId('choose').setAttribute('aria-expanded', String(isOpening));
});
byId('chooser').addEventListener('submit', (event) => {
  event.preventDefault();
  void act(async () => {
    await move({ local: byId('moment').value });
    byId('chooser').hidden = true;
    byId('choose').setAttribute('aria-expanded', 'false');
  });
});
byId('restart').addEventListener('click', () => byId('again').showModal());
byId('again').addEventListener('close', () => {
  if (byId('again').returnValue !== 'yes') return;
  void act(async () => {
    await ask('restart', {});
    location.reload();
  });
});

void act(begin);
setInterval(() => {
  void ask('clock').then(drawClock, () => undefined);
  void notices.refresh(false).catch(() => undefined);
}, 5000);
