import { HEIHE_2022 } from '../samples';
import { keepsPlaces, type Heading, type ReportForm } from '.';

const { form } = HEIHE_2022;
const withHeading = (id: string, change: Partial<Heading>): ReportForm => ({
  ...form,
  headings: form.headings.map((heading) => (heading.id === id ? { ...heading, ...change } : heading)),
});
const TARGET = form.headings.find(({ id }) => id === 'h8')!.target!;
const { minimumPercent, unit, denominatorLabel, numeratorLabel } = TARGET;
const REORDERED = { minimumPercent, unit, denominatorLabel, numeratorLabel };

describe('a form put in the place of another', () => {
  it.each([
    ['the same', form],
    ['other words', { ...withHeading('h1', { title: '另一种说法' }), title: '月度工作情况' }],
    ['another order', { ...form, headings: [...form.headings].reverse() }],
    ['the figures named in another order', withHeading('h8', { target: REORDERED })],
  ])('keeps the places that reports fill: %s', (_what, after) => {
    expect(keepsPlaces(form, after)).toBe(true);
  });

  it.each([
    ['a heading under another id', withHeading('h1', { id: 'another' })],
    ['a heading less', { ...form, headings: form.headings.slice(1) }],
    ['a heading more', { ...form, headings: [...form.headings, { ...form.headings[0]!, id: 'more' }] }],
    ['figures asked for no more', withHeading('h8', { target: null })],
    ['figures asked for anew', withHeading('h1', { target: TARGET })],
    ['another share to reach', withHeading('h8', { target: { ...TARGET, minimumPercent: '30' } })],
  ])('loses places: %s', (_what, after) => {
    expect(keepsPlaces(form, after)).toBe(false);
  });
});
