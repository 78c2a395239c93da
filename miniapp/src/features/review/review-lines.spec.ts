import { checkRemarks } from '@jiannuo/shared/reporting';
import { aReport, sampleGroups } from '@jiannuo/shared/samples';
import { hasPlace, lineOfPath, reviewPartsOf, type ReviewPart } from './review-lines';

const placesOf = (parts: readonly ReviewPart[]) =>
  parts.flatMap((part) => part.lines.flatMap((line) => line.places.map(({ path }) => path)));

describe.each(sampleGroups.map((group) => [group.key, group.form] as const))('reading a report of %s', (_key, form) => {
  const [first] = form.headings;
  const full = aReport(form).work(first!.id).work(first!.id).filled().content;
  const empty = aReport(form).content;

  it.each([
    ['a full report', full],
    ['an empty report', empty],
  ])('offers only places for remarks that a return of %s takes', (_name, content) => {
    const remarks = [...new Set(placesOf(reviewPartsOf(form, content)))].map((path) => ({ path, text: '请核对' }));
    for (const remark of remarks) expect(checkRemarks([remark], content, form)).toMatchObject({ ok: true });
    expect(remarks.length).toBeGreaterThan(form.headings.length);
  });

  it('never reads a ratio that falls short as the target itself', () => {
    const target = form.headings.find((heading) => heading.target !== null)?.target;
    if (!target) return;
    const figures = { numerator: '24996', denominator: '100000', asOf: '2022-05-20' };
    const short = {
      ...full,
      headings: full.headings.map((heading) => (heading.target === null ? heading : { ...heading, target: figures })),
    };
    const lines = reviewPartsOf(form, short).flatMap((part) => part.lines.map(({ figure }) => figure));
    const isShort = 24.996 < Number(target.minimumPercent);
    if (isShort) expect(lines).not.toContain(`${Number(target.minimumPercent).toFixed(2)}%`);
  });

  it('of a heading without task this month reads the reason alone, unless figures were given too', () => {
    const own = form.headings.find((heading) => heading.target !== null);
    if (own === undefined) return;
    const declared = (numerator: string) => ({
      ...full,
      headings: full.headings.map((heading) =>
        heading.id === own.id
          ? { ...heading, items: [], noneReason: '本月没有', target: { numerator, denominator: '', asOf: '' as const } }
          : heading,
      ),
    });
    const linesOf = (numerator: string) =>
      reviewPartsOf(form, declared(numerator)).find(({ id }) => id === own.id)!.lines;
    expect(linesOf('').map(({ text }) => text)).toEqual(['本月没有']);
    expect(linesOf('12')).toHaveLength(2);
  });

  it('shows every line once, so that no remark is shown twice', () => {
    const ids = reviewPartsOf(form, full).flatMap((part) => part.lines.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('puts a remark at the line that it names', () => {
    const parts = reviewPartsOf(form, full);
    const item = full.headings.find(({ id }) => id === first!.id)!.items[1]!;
    expect(lineOfPath(parts, `headings/${first!.id}/items/${item.id}/work`)).toBe(
      `headings/${first!.id}/items/${item.id}`,
    );
    expect(lineOfPath(parts, '')).toBe('whole');
  });

  it('shows a remark on one evidence entry at its piece of work', () => {
    const item = full.headings.find(({ id }) => id === first!.id)!.items[0]!;
    const path = `headings/${first!.id}/items/${item.id}/evidence/e1`;
    expect(lineOfPath(reviewPartsOf(form, full), path)).toBe(`headings/${first!.id}/items/${item.id}`);
  });

  it('says so when the line of a remark is gone', () => {
    expect(hasPlace(reviewPartsOf(form, full), `headings/${first!.id}/items/gone`)).toBe(false);
    expect(lineOfPath(reviewPartsOf(form, full), 'problems/gone')).not.toBe('problems/gone');
  });
});
