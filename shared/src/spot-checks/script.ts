import type { Drawn, WeighedCandidate } from './draw';

/** What a draw is computed again from. */
export interface DrawRecord {
  readonly seed: string;
  readonly candidates: readonly WeighedCandidate[];
  readonly mostMonths: number;
  readonly drawn: readonly Drawn[];
}

const NAMES_IN_LINE = 2;

/**
 * The Python script that computes a draw again on any computer, without a network: it prints the promise and then each
 * unit drawn, in order. It names nothing but what everybody can see.
 */
export function drawScript({ seed, candidates, mostMonths, drawn }: DrawRecord): string {
  const lots = drawn.filter(({ how }) => how === 'lot').map((_, index) => String(index + 1));
  const lines = [
    'from hashlib import sha256',
    `seed = ${JSON.stringify(seed)}`,
    ...weightLines([...candidates].sort((one, other) => one.number - other.number)),
    'h = lambda s: sha256(s.encode()).hexdigest()',
    'print(h(seed))',
    ...(drawn.some(({ how }) => how === 'waited') ? waitedLines(mostMonths) : []),
    ...(lots.length > 0 ? lotLines(lots) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function weightLines(candidates: readonly WeighedCandidate[]): readonly string[] {
  const entries = candidates.map(({ unitName, weight }) => `${JSON.stringify(unitName)}: ${String(weight)}`);
  const lines: string[] = [];
  for (let start = 0; start < entries.length; start += NAMES_IN_LINE) {
    lines.push(entries.slice(start, start + NAMES_IN_LINE).join(', '));
  }
  return `left = {${lines.join(',\n        ')}}`.split('\n');
}

function waitedLines(mostMonths: number): readonly string[] {
  return [
    `for unit in [u for u, w in left.items() if w >= ${String(mostMonths)}]:`,
    '    print(unit)',
    '    del left[unit]',
  ];
}

function lotLines(lots: readonly string[]): readonly string[] {
  return [
    `for i in (${lots.length === 1 ? `${lots[0] ?? ''},` : lots.join(', ')}):`,
    '    n = int(h(f"{seed}:{i}"), 16)',
    '    n %= sum(left.values())',
    '    for unit, w in left.items():',
    '        if n < w:',
    '            break',
    '        n -= w',
    '    print(unit)',
    '    del left[unit]',
  ];
}
