import { byId, make } from './elements.js';
import { ask } from './server.js';

/** Plays WeChat's subscription sheet for the mini program in a frame, which asks by a message to this window. */
export class SubscriptionSheet {
  #account = '';

  constructor(frame) {
    this.frame = frame;
    window.addEventListener('message', (event) => {
      const isOurs = event.origin === location.origin && event.source === frame.contentWindow;
      if (isOurs && event.data?.type === 'jiannuo-subscribe') void this.#ask(event.data);
    });
  }

  /** Who answers from now on. */
  belongTo(account) {
    this.#account = account;
  }

  async #ask({ id, templateIds }) {
    let results = null;
    try {
      const { templates } = await ask('subscriptions/open', { account: this.#account, templateIds });
      const answer = templates.length > 0 ? await this.#show(templates) : { choices: {}, isKept: false };
      results = (await ask('subscriptions', { account: this.#account, templateIds, ...answer })).results;
    } finally {
      this.frame.contentWindow.postMessage({ type: 'jiannuo-subscribe-result', id, results }, location.origin);
    }
  }

  /** Resolves with the choice for every template and whether it is kept. */
  #show(templates) {
    return new Promise((resolve) => {
      const boxes = templates.map((template) => checkBox(template.title, true));
      const keep = checkBox('总是保持以上选择，不再询问', false);
      const end = (isAllowed) => {
        const choices = templates.map(({ templateId }, index) => [
          templateId,
          isAllowed && boxes[index].input.checked ? 'accept' : 'reject',
        ]);
        byId('sheet').hidden = true;
        byId('sheet').replaceChildren();
        resolve({ choices: Object.fromEntries(choices), isKept: keep.input.checked });
      };
      const sheet = make(
        'div',
        'sheet',
        make('p', 'sheet-from', '践诺通 申请 · 模拟的微信界面'),
        make('h2', '', '发送一次以下消息'),
        ...boxes.map((box) => box.row),
        keep.row,
        make(
          'div',
          'sheet-bar',
          button('取消', '', () => end(false)),
          button('允许', 'sheet-allow', () => end(true)),
        ),
      );
      sheet.setAttribute('role', 'dialog');
      sheet.setAttribute('aria-label', '是否允许发送消息');
      byId('sheet').replaceChildren(sheet);
      byId('sheet').hidden = false;
      sheet.querySelector('.sheet-allow').focus({ preventScroll: true });
    });
  }
}

function checkBox(words, isChecked) {
  const input = make('input', '');
  input.type = 'checkbox';
  input.checked = isChecked;
  return { input, row: make('label', 'sheet-row', input, words) };
}

function button(words, className, act) {
  const element = make('button', className, words);
  element.type = 'button';
  element.addEventListener('click', act);
  return element;
}
