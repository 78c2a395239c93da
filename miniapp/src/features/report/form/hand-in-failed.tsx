import type { ApiError } from '../../../platform/http/api-error';
import { StateView } from '../../../ui/state/state-view';

interface HandInFailedProps {
  readonly error: ApiError;
  readonly onAgain: () => void;
  readonly onLater: () => void;
}

/** The hand-in did not come through: what happened, what is safe, and the two ways on. */
export function HandInFailed({ error, onAgain, onLater }: HandInFailedProps) {
  const isRefused = error.kind === 'refused';
  const happened = error.kind === 'offline' ? '服务器没有回应。' : error.sentence;
  const safe = ['您填的都在手机里，没有丢。', ...(isRefused ? [] : ['如果是平台故障，截止时间会顺延。'])];
  return (
    <StateView
      icon="warning"
      tone="late"
      title="这次没交上"
      lines={[happened, ...safe]}
      verb={isRefused ? { label: '回去改', onPress: onLater } : { label: '再交一次', onPress: onAgain }}
      {...(isRefused ? {} : { secondVerb: { label: '先存着，稍后再交', onPress: onLater } })}
      code={error.body.requestId === '' ? error.code : `${error.code} ${error.body.requestId}`}
    />
  );
}
