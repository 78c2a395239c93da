import { tellTrace, TRACE_HEADS, type Telling, type TraceNode } from '@jiannuo/shared/scoring';
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

interface TraceLinesProps extends Telling {
  readonly node: TraceNode;
}

/** Why a number is what it is: 数据 算法 依据 口径 怎样会变, in the same sentences everywhere. */
export function TraceLines({ node, ...telling }: TraceLinesProps) {
  const { counted, reckoned, article, rulings, changes } = tellTrace(node, telling);
  return (
    <View className="trace">
      <TraceLine label={TRACE_HEADS.counted} lines={counted} />
      <TraceLine label={TRACE_HEADS.reckoned} lines={reckoned} />
      <TraceLine label={TRACE_HEADS.article} lines={[article]} />
      <TraceLine label={TRACE_HEADS.rulings} lines={rulings} />
      {changes.length === 0 ? null : (
        <View className="trace-changes">
          <TraceLine label={TRACE_HEADS.changes} lines={changes} />
        </View>
      )}
    </View>
  );
}
