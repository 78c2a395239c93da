import { QueryClientProvider } from '@tanstack/react-query';
import { useDidHide, useDidShow, useLaunch, usePageNotFound } from '@tarojs/taro';
import type { ReactNode } from 'react';
import './app.scss';
import { watchDisplay } from './platform/device/display';
import { watchUpdates } from './platform/device/updates';
import { replacePage } from './platform/navigation';
import { watchNetwork } from './platform/network';
import { watchPages } from './platform/page-failure';
import { queryClient, setInFront, watchSurroundings } from './platform/query/query-client';
import { NothingOpened } from './ui/screen/page-failed';

/** The program: follows its surroundings, and gives every page the one store of answers. */
export default function App({ children }: { readonly children?: ReactNode }) {
  useLaunch(() => {
    watchDisplay();
    watchNetwork();
    watchUpdates();
    watchSurroundings();
    watchPages();
  });
  usePageNotFound(() => {
    replacePage('lost');
  });
  useDidShow(() => {
    setInFront(true);
  });
  useDidHide(() => {
    setInFront(false);
  });
  return (
    <QueryClientProvider client={queryClient}>
      {children}
      {IS_BROWSER ? <NothingOpened /> : null}
    </QueryClientProvider>
  );
}
