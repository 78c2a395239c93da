import { ROLE_NAMES, type AppointmentView } from '@jiannuo/shared/people';
import { Dialog } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { endAppointment } from './api/end-appointment.api';
import { useDirectoryWrite } from './use-write';

interface EndDialogProps {
  readonly person: AppointmentView;
  readonly onClose: () => void;
}

/** Asks before an appointment ends: it cannot be taken up again, only listed anew. */
export function EndDialog({ person, onClose }: EndDialogProps) {
  const write = useDirectoryWrite();
  const end = async () => {
    if ((await write.run(person.id, (key) => endAppointment(person.id, key))) === null) return;
    showToast('任职已结束');
    onClose();
  };
  const what = `${person.unit.name}${ROLE_NAMES[person.role]}${person.personName}`;
  return (
    <Dialog
      title={`结束${person.personName}的任职？`}
      verb={write.isSending ? '正在结束' : '结束任职'}
      onClose={onClose}
      onConfirm={() => void end()}
    >
      {write.error?.sentence ?? `${what}今天起不再任职，登录着的手机马上退出。草稿和要办的事都留在单位。`}
    </Dialog>
  );
}
