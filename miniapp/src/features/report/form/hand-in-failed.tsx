import type { ApiError } from '../../../platform/http/api-error';
import { useState } from 'react';
import { useOnline } from '../../../platform/network';
import { StateView } from '../../../ui/state/state-view';

interface HandInFailedProps {
  readonly error: ApiError;
  /** Whether the server has said since that nothing had arrived. */
  readonly isNotIn: boolean;
  readonly onAgain: () => void;
  readonly onLater: () => void;
}

function codeOf({ code, body }: ApiError): string {
  return body.requestId === '' ? code : `${code} ${body.requestId}`;
}

interface Network {
  /** When the hand-in failed. */
  readonly had: boolean;
  readonly has: boolean;
}

interface Words {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Without an answer nobody knows whether the report is in, unless there was no network to begin with. */
function wordsFor(error: ApiError, { had, has }: Network, isNotIn: boolean): Words {
  const device = IS_BROWSER ? '这台设备' : '手机';
  const safe = `您填的都在${device}里，没有丢。`;
  if (error.kind === 'refused') return { title: '这次没交上', lines: [error.sentence, safe] };
  if (!has) return { title: '这次没交上', lines: [`${device}没有网络。请连上网，再交一次。`, safe] };
  if (!had) return { title: '这次没交上', lines: ['网络回来了，请再交一次。', safe] };
  const promise = '如果是平台故障，截止时间会顺延。';
  if (error.kind !== 'offline') return { title: '这次没交上', lines: [error.sentence, safe, promise] };
  if (isNotIn) return { title: '没交上，您填的都在', lines: ['服务器没收到，请再交一次。', promise] };
  return { title: '还不知道交上没有', lines: ['服务器没有回应，正在查。交上了就给您看回执。', safe, promise] };
}

/** The hand-in did not come through, or nobody knows yet: what happened, what is safe, and the two ways on. */
export function HandInFailed({ error, isNotIn, onAgain, onLater }: HandInFailedProps) {
  const isRefused = error.kind === 'refused';
  const has = useOnline();
  const [had] = useState(has);
  const { title, lines } = wordsFor(error, { had, has }, isNotIn);
  return (
    <StateView
      icon="warning"
      tone="late"
      title={title}
      lines={lines}
      verb={isRefused ? { label: '回去改', onPress: onLater } : { label: '再交一次', onPress: onAgain }}
      {...(isRefused ? {} : { secondVerb: { label: '先存着，稍后再交', onPress: onLater } })}
      {...(error.kind === 'offline' ? {} : { code: codeOf(error) })}
    />
  );
}
