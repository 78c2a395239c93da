import { changeSentence, factSentence, type Fact, type Names, type TraceNode } from '@jiannuo/shared/scoring';
import { View } from '@tarojs/components';
import './score.scss';

/** Facts that say how it was reckoned; a ruling has its own line, and the rest is what was counted. */
const RECKONED: readonly Fact['kind'][] = [
  'equal-share',
  'empty-ledger',
  'run-out',
  'at-most',
  'below-zero',
  'factor',
  'average',
  'annual-factors',
];
const MOST_CHANGES = 5;

function TraceLine({ label, lines }: { readonly label: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <View className="trace-line">
      <View className="trace-label t-s c-ink-2">{label}</View>
      <View className="grow">
        {lines.map((line) => (
          <View className="t-s" key={line}>
            {line}
          </View>
        ))}
      </View>
    </View>
  );
}

interface TraceLinesProps {
  readonly node: TraceNode;
  readonly names: Names;
  /** How the text is read beside the rulings. */
  readonly readings?: readonly string[];
  /** What would have changed a score that is fixed is told in another word. */
  readonly isFixed?: boolean;
}

/** Why a number is what it is: 数据 算法 依据 口径 还差, in the same sentences everywhere. */
export function TraceLines({ node, names, readings = [], isFixed = false }: TraceLinesProps) {
  const say = (facts: readonly Fact[]) => facts.map((fact) => factSentence(fact, names));
  const { because, wouldChange, article } = node;
  const rulings = because.filter(({ kind }) => kind === 'ruling');
  const reckoned = because.filter(({ kind }) => RECKONED.includes(kind));
  const counted = because.filter((fact) => !rulings.includes(fact) && !reckoned.includes(fact));
  const ruled = [...say(rulings), ...readings];
  const changes = wouldChange.slice(0, MOST_CHANGES).map((change) => changeSentence(change, names));
  return (
    <View className="trace">
      <TraceLine label="数据" lines={say(counted)} />
      <TraceLine label="算法" lines={say(reckoned)} />
      <TraceLine label="依据" lines={[article]} />
      <TraceLine label="口径" lines={ruled.length === 0 ? ['没有专门解释'] : ruled} />
      {changes.length === 0 ? null : (
        <View className="trace-changes">
          <TraceLine label={isFixed ? '会变' : '还差'} lines={changes} />
        </View>
      )}
    </View>
  );
}
