import { byId, make } from './elements.js';

const STATES = {
  past: { mark: '✓', words: '已过' },
  now: { mark: '◐', words: '正在这里' },
  ahead: { mark: '', words: '' },
};

/** Draws the clock, the month ruler and the month's events. */
export function drawClock(view) {
  byId('time').textContent = `${view.date} ${view.time}`;
  byId('weekday').textContent = view.weekday;
  for (const clock of document.querySelectorAll('[data-part="clock"]')) clock.textContent = view.time;
  byId('ruler').setAttribute('aria-label', view.ruler.words);
  byId('ruler').replaceChildren(...ticks(view.ruler), ...labels(view.ruler));
  byId('events').replaceChildren(...view.events.map(eventRow));
}

function placeOf(day, days) {
  return `${((day - 1) / (days - 1)) * 100}%`;
}

function ticks({ days, today, dues }) {
  return Array.from({ length: days }, (_, index) => {
    const day = index + 1;
    const due = dues.find((each) => each.day === day);
    const tick = make('span', 'tick');
    tick.style.left = placeOf(day, days);
    tick.classList.toggle('tick-ten', day % 5 === 0);
    tick.classList.toggle('tick-due', due !== undefined);
    tick.classList.toggle('tick-soon', due?.isSoon === true);
    tick.classList.toggle('tick-today', day === today);
    return tick;
  });
}

function labels({ days, today, dues }) {
  const strong = new Map([...dues.map((due) => [due.day, due.isSoon ? 'soon' : 'strong']), [today, 'strong']]);
  const plain = [1, 10, days].filter((day) => [...strong.keys()].every((taken) => Math.abs(taken - day) > 1));
  return [...plain, ...strong.keys()].map((day) => {
    const label = make('span', 'tick-label', day === today ? '今天' : String(day));
    label.style.left = placeOf(day, days);
    if (strong.has(day)) label.classList.add(`tick-label-${strong.get(day)}`);
    const side = sideOf(day, today, dues);
    if (side) label.classList.add(`tick-label-${side}`);
    return label;
  });
}

const CLOSE = 3;

/** Labels close to each other make room: 今天 leans to the free side, a due day beside it to the other. */
function sideOf(day, today, dues) {
  const distance = today - day;
  if (distance !== 0) return Math.abs(distance) > CLOSE ? '' : distance > 0 ? 'left' : 'right';
  const after = dues.some((due) => due.day > day && due.day - day <= CLOSE);
  const before = dues.some((due) => due.day < day && day - due.day <= CLOSE);
  if (after && before) return 'between';
  if (after) return 'left';
  return before ? 'right' : '';
}

function eventRow(event) {
  const { mark, words } = STATES[event.state];
  const state = make('span', 'event-state', mark);
  if (words) state.setAttribute('aria-label', words);
  if (words) state.setAttribute('role', 'img');
  return make(
    'li',
    `event event-${event.state}`,
    make('span', 'event-day', event.day),
    make('div', 'event-words', make('p', 'event-title', event.title), make('p', 'event-detail', event.detail)),
    state,
  );
}
