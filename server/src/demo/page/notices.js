import { byId, make } from './elements.js';
import { ask } from './server.js';

/** The service notices of the officer's phone, drawn as WeChat draws them. */
export class Notices {
  #account = '';
  #shown = '';
  #seen = 0;
  #count = 0;

  /** `open` is given the page that a notice leads to. */
  constructor(open) {
    this.open = open;
    byId('show-app').addEventListener('click', () => this.show(false));
    byId('show-notices').addEventListener('click', () => this.show(true));
  }

  /** Whose phone this is from now on. */
  belongTo(account) {
    this.#account = account;
    this.#shown = '';
    this.#seen = 0;
    this.show(false);
  }

  /** Asks again. Turns to the notices when a new one came and `isWatched`. */
  async refresh(isWatched) {
    const { messages } = await ask(`messages?account=${encodeURIComponent(this.#account)}`);
    const isNew = messages.length > this.#count;
    this.#count = messages.length;
    this.#draw(messages);
    if (isNew && isWatched) this.show(true);
    this.#tellUnseen();
  }

  /** Shows the notices, or the mini program. */
  show(areNotices) {
    byId('officer-notices').hidden = !areNotices;
    byId('officer-app').hidden = areNotices;
    byId('show-notices').setAttribute('aria-selected', String(areNotices));
    byId('show-app').setAttribute('aria-selected', String(!areNotices));
    if (areNotices) this.#seen = this.#count;
    if (areNotices) byId('notices').scrollTop = byId('notices').scrollHeight;
    this.#tellUnseen();
  }

  #tellUnseen() {
    const isOpen = !byId('officer-notices').hidden;
    if (isOpen) this.#seen = this.#count;
    const unseen = this.#count - this.#seen;
    byId('unseen').hidden = unseen <= 0;
    byId('unseen').textContent = String(unseen);
  }

  #draw(messages) {
    const key = JSON.stringify(messages);
    if (key === this.#shown) return;
    this.#shown = key;
    const none = messages.length === 0 ? [make('p', 'notices-note', '还没有消息。')] : [];
    const rows = messages.flatMap((message) => [make('p', 'notices-time', message.time), this.#card(message)]);
    byId('notices').replaceChildren(...none, ...rows, make('p', 'notices-note', '模拟的微信界面'));
    byId('notices').scrollTop = byId('notices').scrollHeight;
  }

  #card(message) {
    const mark = make('img', '');
    Object.assign(mark, { src: '/demo/mark.svg', alt: '', width: 18, height: 18 });
    const lines = message.lines.map(({ label, value }) =>
      make('p', 'notice-line', make('span', 'notice-label', label), make('span', 'notice-value', value)),
    );
    const open = make('button', 'notice-open', '进入小程序查看');
    open.type = 'button';
    open.addEventListener('click', () => {
      this.show(false);
      this.open(message.page);
    });
    return make(
      'article',
      'notice',
      make('p', 'notice-from', mark, '践诺通 演示'),
      make('h2', 'notice-title', message.title),
      ...lines,
      ...(message.page ? [open] : []),
    );
  }
}
