import type { BindingCandidatesView } from '@jiannuo/shared/people';
import { callPhone } from '../../platform/device/phone-call';
import { factsInLine } from '../../ui/ideographic-space';
import { Row } from '../../ui/row/row';

/** The way to the lead unit by telephone, with its office hours. */
export function CallLeadUnit({ title, found }: { readonly title: string; readonly found: BindingCandidatesView }) {
  return (
    <Row
      title={title}
      icon="phone"
      isStrong={false}
      below={factsInLine(found.leadPhone, found.leadHours)}
      onPress={() => {
        callPhone(found.leadPhone);
      }}
    />
  );
}
