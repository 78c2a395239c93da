import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';

/** Draws a component with a store of answers of its own, that never asks twice. */
export function draw(children: ReactNode): RenderResult & { readonly store: QueryClient } {
  const store = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  return { ...render(<QueryClientProvider client={store}>{children}</QueryClientProvider>), store };
}

/** Lets every answer that is on its way arrive, and so many milliseconds go by. */
export async function settle(milliseconds = 0): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  });
}
