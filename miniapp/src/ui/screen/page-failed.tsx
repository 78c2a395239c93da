import { usePageFailure } from '../../platform/page-failure';
import { useOnline } from '../../platform/network';
import { Dialog } from '../overlay/dialog';
import { StateView } from '../state/state-view';

const TITLE = '这一页没打开';

function useReason(): string {
  return useOnline() ? '服务器没有回应，请再试一次。' : '没有网络。请连上网，再试一次。';
}

/** Says over the screen that still stands that the next one did not come; what is typed here is where it was. */
export function PageFailed() {
  const failure = usePageFailure();
  const reason = useReason();
  if (failure === null) return null;
  return (
    <Dialog title={TITLE} verb="再试" refusal="先不去" onConfirm={failure.again} onClose={failure.forget}>
      {`${reason}这里的内容都在。`}
    </Dialog>
  );
}

/** In the place of everything, when not even the first page came. */
export function NothingOpened() {
  const failure = usePageFailure();
  const reason = useReason();
  if (failure?.isFirst !== true) return null;
  return (
    <StateView
      icon="cloud-off"
      tone="soon"
      title={TITLE}
      lines={[reason]}
      verb={{ label: '再试', onPress: failure.again }}
    />
  );
}
