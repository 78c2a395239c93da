import { LookBox } from '../../../features/burden/look-box';
import { SignedIn } from '../../../features/session/signed-in';
import type { LookBefore } from '../../../features/supervision/writing/draft-screen';
import { WriteScreen } from '../../../features/supervision/writing/write-screen';
import { usePageParameter } from '../../../platform/page-events';

export default function WritePage() {
  const kind = usePageParameter('kind');
  const id = usePageParameter('id');
  const corrects = usePageParameter('corrects');
  const look: LookBefore = ({ title, requirement, addressees, answer, fields, link }, correctsId, onReason) => (
    <LookBox
      title={title}
      requirement={requirement}
      unitIds={addressees.filter(({ part }) => part !== 'copy').map(({ unitId }) => unitId)}
      isAsking={answer === 'material'}
      reason={fields['duplicateReason'] ?? ''}
      linkId={link?.kind === 'obligation' ? link.id : ''}
      correctsId={correctsId}
      onReason={onReason}
    />
  );
  return (
    <SignedIn>
      {({ group }) => <WriteScreen kind={kind} noticeId={id} correctsId={corrects} issuer={group.name} look={look} />}
    </SignedIn>
  );
}
