import { forgetSession, keepSession } from '../session/token';
import { queryClient } from './query-client';

describe('what the server answered', () => {
  it('is forgotten when somebody signs out, and when somebody else signs in, as on a shared desktop', () => {
    keepSession('one', '2022-06-01T00:00:00.000Z');
    queryClient.setQueryData(['board'], '甲看的');
    forgetSession();
    expect(queryClient.getQueryData(['board'])).toBeUndefined();
    queryClient.setQueryData(['board'], '甲看的');
    keepSession('another', '2022-06-01T00:00:00.000Z');
    expect(queryClient.getQueryData(['board'])).toBeUndefined();
    forgetSession();
  });
});
