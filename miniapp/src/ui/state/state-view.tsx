import { View } from '@tarojs/components';
import { useEffect, useState, type ReactNode } from 'react';
import { asApiError, type ApiError } from '../../platform/http/api-error';
import { goBack, hasPageBehind } from '../../platform/navigation';
import { useOnline } from '../../platform/network';
import { Button } from '../button/button';
import { Heading } from '../heading/heading';
import { Icon, type IconName } from '../icon/icon';
import './state.scss';

interface StateViewProps {
  readonly icon: IconName;
  readonly tone?: 'done' | 'late' | 'soon' | 'ink-2';
  /** What happened. */
  readonly title: string;
  /** What to do and what is safe, a sentence a line. */
  readonly lines?: readonly string[];
  readonly verb?: { readonly label: string; readonly onPress: () => void };
  readonly secondVerb?: { readonly label: string; readonly onPress: () => void };
  /** The number to quote when asking for help. */
  readonly code?: string;
}

/** A whole screen's state in words: nothing to do, no network, something broke. */
export function StateView({ icon, tone = 'ink-2', title, lines = [], verb, secondVerb, code }: StateViewProps) {
  const isError = tone === 'late';
  return (
    <View className="state" {...(IS_BROWSER && isError ? { role: 'alert' } : {})}>
      <Icon name={icon} size="huge" className={`c-${tone}`} />
      <Heading level={2} className="t-2 below-3">
        {title}
      </Heading>
      {lines.map((line) => (
        <View className="t-body c-ink-2" key={line}>
          {line}
        </View>
      ))}
      {verb === undefined ? null : (
        <View className="state-verb">
          <Button look={isError ? 'primary' : 'weak'} isBlock={isError} onPress={verb.onPress}>
            {verb.label}
          </Button>
        </View>
      )}
      {secondVerb === undefined ? null : (
        <Button look="link" onPress={secondVerb.onPress}>
          {secondVerb.label}
        </Button>
      )}
      {code === undefined ? null : <View className="t-xs c-ink-3 below-5">{`错误码 ${code}`}</View>}
    </View>
  );
}

const SKELETON_AFTER = 300;
const SENTENCE_AFTER = 3_000;

/** Nothing for 300 ms, then the shape of what comes, and a sentence when it takes more than three seconds. */
export function LoadingView({ rows = 3 }: { readonly rows?: number }) {
  const [stage, setStage] = useState(0);
  const isOnline = useOnline();
  useEffect(() => {
    const shape = setTimeout(() => {
      setStage(1);
    }, SKELETON_AFTER);
    const sentence = setTimeout(() => {
      setStage(2);
    }, SENTENCE_AFTER);
    return () => {
      clearTimeout(shape);
      clearTimeout(sentence);
    };
  }, []);
  return (
    <View className="loading" {...(IS_BROWSER ? { role: 'status' } : {})} aria-label="正在取" data-testid="loading">
      {stage === 0 ? null : <Skeleton rows={rows} />}
      {stage < 2 ? null : (
        <View className="loading-sentence t-s c-ink-2">{isOnline ? '网络有点慢，还在取。' : '连上就接着取。'}</View>
      )}
    </View>
  );
}

function Skeleton({ rows }: { readonly rows: number }) {
  return (
    <View aria-hidden="true">
      <View className="bone bone-head bone-short" />
      <View className="bone bone-head bone-title" />
      <View className="loading-card">
        {Array.from({ length: rows }, (_, index) => (
          <View key={index}>
            <View className="bone bone-short" />
            <View className="bone bone-line" />
          </View>
        ))}
      </View>
    </View>
  );
}

/** Asking again does not help: it is not there, or not for this reader. */
function isNotForReader({ status }: ApiError): boolean {
  return status === 403 || status === 404;
}

function wayBack() {
  return {
    label: hasPageBehind() ? '返回' : '回首页',
    onPress: goBack,
  };
}

interface ErrorViewProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** What could not be done, for the title. */
  readonly title?: string;
  readonly safe?: string;
}

/** A failed call as a screen: the server's own sentence, a way on, and the code. */
export function ErrorView({ error, onRetry, title, safe }: ErrorViewProps) {
  const failure = asApiError(error);
  const again = isNotForReader(failure) ? wayBack() : { label: '再取一次', onPress: onRetry };
  const lines = [failure.sentence, ...(safe === undefined ? [] : [safe])];
  if (failure.kind === 'offline') {
    return <StateView icon="cloud-off" tone="soon" title={title ?? '没有连上'} lines={lines} verb={again} />;
  }
  return (
    <StateView
      icon="warning"
      tone="late"
      title={title ?? '这里没取到'}
      lines={lines}
      verb={again}
      code={failure.code}
    />
  );
}

interface Asked<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** Shows what a query answered; while there is none, its loading or its error. Old data stays while new is asked. */
export function Answered<T>({
  query,
  children,
  rows,
}: {
  readonly query: Asked<T>;
  readonly children: (data: T) => ReactNode;
  readonly rows?: number;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null && query.error !== undefined) {
    return (
      <ErrorView
        error={query.error}
        onRetry={() => {
          void query.refetch();
        }}
      />
    );
  }
  return <LoadingView {...(rows === undefined ? {} : { rows })} />;
}
