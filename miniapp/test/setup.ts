import { cleanup } from '@testing-library/react';
import { fakeTaro } from './taro';

afterEach(() => {
  cleanup();
  fakeTaro.reset();
});
