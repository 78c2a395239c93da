import { tellTrace, type Names, type TraceNode } from '@jiannuo/shared/scoring';
import { View } from '@tarojs/components';
import './score.scss';

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
  /** What is fixed for good is told as what was. */
  readonly isPast?: boolean;
}

/** Why a number is what it is: 数据 算法 依据 口径 还差, in the same sentences everywhere. */
export function TraceLines({ node, names, readings = [], isFixed = false, isPast = false }: TraceLinesProps) {
  const { counted, reckoned, article, rulings, changes } = tellTrace(node, names, readings, isPast);
  return (
    <View className="trace">
      <TraceLine label="数据" lines={counted} />
      <TraceLine label="算法" lines={reckoned} />
      <TraceLine label="依据" lines={[article]} />
      <TraceLine label="口径" lines={rulings} />
      {changes.length === 0 ? null : (
        <View className="trace-changes">
          <TraceLine label={isFixed ? '会变' : '还差'} lines={changes} />
        </View>
      )}
    </View>
  );
}
