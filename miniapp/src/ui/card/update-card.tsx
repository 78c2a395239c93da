import { applyUpdate, useUpdateReady } from '../../platform/device/updates';
import { Row } from '../row/row';
import { Card } from './card';

/** Offers the newer program where no text is being written; a tap restarts into it. */
export function UpdateCard() {
  if (!useUpdateReady()) return null;
  return (
    <Card fit="rows">
      <Row title="有新版本" below="点这里换上，写好的都在" icon="refresh" isStrong={false} onPress={applyUpdate} />
    </Card>
  );
}
