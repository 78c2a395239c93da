import { fakeTaro } from '../../test/taro';
import { readStored, removeStored, storedNames, writeStored } from './storage';

describe('what is stored on the device', () => {
  it('comes back as it was, and is gone when it is removed', () => {
    expect(writeStored('draft/r1', { text: '“码上诚信”' })).toBe('kept');
    expect(readStored('draft/r1')).toEqual({ text: '“码上诚信”' });
    expect(storedNames('draft/')).toEqual(['draft/r1']);
    removeStored('draft/r1');
    expect(readStored('draft/r1')).toBeNull();
  });

  it('says when the device has no room, and reads nothing from what is not its own', () => {
    fakeTaro.state.isFull = true;
    expect(writeStored('draft/r1', {})).toBe('full');
    fakeTaro.state.storage.set('draft/r2', '{broken');
    fakeTaro.state.storage.set('draft/r3', { not: 'a text' });
    expect(readStored('draft/r2')).toBeNull();
    expect(readStored('draft/r3')).toBeNull();
  });
});
