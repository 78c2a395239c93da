import { existsSync, readFileSync } from 'node:fs';
import { inProject } from '../project-folder';

const PAGE = readFileSync(inProject('docs', 'regulation.md'), 'utf8');
const NOT_BUILT = 'not built yet';
const IDS = [...numbered('R', 55), ...numbered('Q', 29)];

interface Row {
  readonly id: string;
  readonly cells: readonly string[];
  readonly decided: string;
  readonly proven: string;
}
/** A file named in a cell, with what the cell says stands in it. */
interface Reference {
  readonly file: string;
  readonly names: readonly string[];
}

function numbered(letter: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${String(index + 1)}`);
}

function rowsOf(page: string): readonly Row[] {
  const lines = page.split('\n').filter((line) => /^\| [RQ]\d/.test(line));
  return lines.map((line) => {
    const cells = line.slice(2, -2).split(' | ');
    return { id: cells[0] ?? '', cells, decided: cells.at(-2) ?? '', proven: cells.at(-1) ?? '' };
  });
}

function quotedIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

function referencesIn(cell: string): readonly Reference[] {
  const references: { file: string; names: string[] }[] = [];
  for (const quoted of quotedIn(cell)) {
    if (/^[\w./-]+\.tsx?$/.test(quoted)) references.push({ file: quoted, names: [] });
    else references.at(-1)?.names.push(quoted);
  }
  return references;
}

function textOf(file: string): string {
  const path = inProject(file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function hasName(file: string, name: string): boolean {
  return new RegExp(`(?<![\\w-])${literally(name)}(?![\\w-])`).test(textOf(file));
}

/** Whether the title stands there as that of a test, alone or with a table of cases; a heading of several tests is none. */
function hasTest(file: string, title: string): boolean {
  const test = new RegExp(`(?<!describe)\\(\\s*(['"])${literally(title)}\\1,\\s*(?:async )?(?:\\(|\\w+ =>)`);
  return /spec\.tsx?$/.test(file) && test.test(textOf(file));
}

/** What the page says that is not so. */
function faultsOf(row: Row): readonly string[] {
  const decided = referencesIn(row.decided);
  const proven = referencesIn(row.proven);
  if (row.decided === NOT_BUILT) return row.proven === '—' ? [] : ['proves what is not built'];
  if (decided.length === 0 || proven.length === 0) return ['neither decided and proven nor said to be missing'];
  const settings = row.id.startsWith('Q') ? quotedIn(row.cells.at(-3) ?? '') : [];
  return [
    ...decided.flatMap(({ file, names }) =>
      names.filter((name) => !hasName(file, name)).map((name) => `${file} ${name}`),
    ),
    ...proven.flatMap(({ file, names }) =>
      names.filter((title) => !hasTest(file, title)).map((title) => `${file} ${title}`),
    ),
    ...[...decided, ...proven].filter(({ file }) => textOf(file) === '').map(({ file }) => `${file} is not there`),
    ...proven.filter(({ names }) => names.length === 0).map(({ file }) => `${file} without a test`),
    ...settings.filter((name) => !decided.some(({ file }) => hasName(file, name))).map((name) => `setting ${name}`),
  ];
}

describe('the page that leads from the regulation to the code', () => {
  const rows = rowsOf(PAGE);

  it('has one row for each requirement and each question, in order', () => {
    expect(rows.map(({ id }) => id)).toEqual(IDS);
  });

  it('leaves no cell empty', () => {
    const widths = { R: 5, Q: 7 };
    const odd = rows.filter(({ id, cells }) => cells.length !== widths[id.charAt(0) as 'R' | 'Q']);
    expect(odd.map(({ id }) => id)).toEqual([]);
    expect(rows.filter(({ cells }) => cells.some((cell) => cell.trim() === '')).map(({ id }) => id)).toEqual([]);
  });

  it('names only files, names and tests that are there', () => {
    expect(rows.flatMap((row) => faultsOf(row).map((fault) => `${row.id}: ${fault}`))).toEqual([]);
  });

  const PROVEN = '`shared/src/obligations/board.spec.ts` `closes at its closing instant, or never`';
  it.each([
    ['a file that is gone', '`shared/src/gone.ts` `gone`', PROVEN],
    ['a name that is not in the file', '`shared/src/obligations/standing.ts` `standingAtNoon`', PROVEN],
    ['half a name', '`shared/src/obligations/standing.ts` `standingA`', PROVEN],
    ['no file at all', 'somewhere', PROVEN],
    ['no test', '`shared/src/obligations/standing.ts`', '—'],
    ['a test file without a test', '`shared/src/obligations/standing.ts`', '`shared/src/obligations/board.spec.ts`'],
    ['a test of another name', '`shared/src/obligations/standing.ts`', PROVEN.replace('closes', 'opens')],
    [
      'a title that is no test’s',
      '`shared/src/obligations/standing.ts`',
      PROVEN.replace(/closes.*never/, 'sums of the board'),
    ],
    [
      'a test in a file that is none',
      '`shared/src/obligations/standing.ts`',
      '`shared/src/obligations/due.ts` `dueInstant`',
    ],
    ['a proof of what is not built', NOT_BUILT, PROVEN],
  ])('would be caught naming %s', (_, decided, proven) => {
    expect(faultsOf({ id: 'R1', cells: [], decided, proven })).not.toEqual([]);
  });
});
