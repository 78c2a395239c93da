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
    label.style.left = placeOf(wordsAt(day, today, dues), days);
    if (strong.has(day)) label.classList.add(`tick-label-${strong.get(day)}`);
    const side = sideOf(day, today, dues);
    if (side) label.classList.add(`tick-label-${side}`);
    return label;
  });
}

const CLOSE = 3;

/** The due days close to today, before and after it. */
function neighbours(today, dues) {
  const near = dues.map((due) => due.day).filter((day) => day !== today && Math.abs(day - today) <= CLOSE);
  const before = near.filter((day) => day < today);
  const after = near.filter((day) => day > today);
  return { before: before.length ? Math.max(...before) : 0, after: after.length ? Math.min(...after) : 0 };
}

/** Labels close to each other make room: 今天 leans to the free side, a due day right beside it to the other. */
function sideOf(day, today, dues) {
  const { before, after } = neighbours(today, dues);
  const reach = before > 0 && after > 0 ? CLOSE : 1;
  if (day !== today) return givesWay(day, today, reach, dues);
  if (reach === CLOSE) return '';
  if (after > 0) return 'left';
  return before > 0 ? 'right' : '';
}

function givesWay(day, today, reach, dues) {
  if (Math.abs(day - today) > reach || !dues.some((due) => due.day === day)) return '';
  return day < today ? 'left' : 'right';
}

/** Between two due days close by, 今天 stands in the middle of the room that they leave. */
function wordsAt(day, today, dues) {
  const { before, after } = neighbours(today, dues);
  return day === today && before > 0 && after > 0 ? (before + after) / 2 : day;
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
