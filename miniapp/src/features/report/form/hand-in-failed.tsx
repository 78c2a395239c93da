import type { ApiError } from '../../../platform/http/api-error';
import { useOnline } from '../../../platform/network';
import { StateView } from '../../../ui/state/state-view';

interface HandInFailedProps {
  readonly error: ApiError;
  readonly onAgain: () => void;
  readonly onLater: () => void;
}

function codeOf({ code, body }: ApiError): string {
  return body.requestId === '' ? code : `${code} ${body.requestId}`;
}

/** The hand-in did not come through: what happened, what is safe, and the two ways on. */
export function HandInFailed({ error, onAgain, onLater }: HandInFailedProps) {
  const isRefused = error.kind === 'refused';
  const hasNetwork = useOnline();
  const device = IS_BROWSER ? '这台设备' : '手机';
  const answerless = hasNetwork ? '服务器没有回应。' : `${device}没有网络。请连上网，再交一次。`;
  const happened = error.kind === 'offline' ? answerless : error.sentence;
  const isOurs = !isRefused && hasNetwork;
  const safe = [`您填的都在${device}里，没有丢。`, ...(isOurs ? ['如果是平台故障，截止时间会顺延。'] : [])];
  return (
    <StateView
      icon="warning"
      tone="late"
      title="这次没交上"
      lines={[happened, ...safe]}
      verb={isRefused ? { label: '回去改', onPress: onLater } : { label: '再交一次', onPress: onAgain }}
      {...(isRefused ? {} : { secondVerb: { label: '先存着，稍后再交', onPress: onLater } })}
      {...(error.kind === 'offline' ? {} : { code: codeOf(error) })}
    />
  );
}
