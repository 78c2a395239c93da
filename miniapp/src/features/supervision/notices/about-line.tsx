import type { LinkView } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { openPage } from '../../../platform/navigation';
import { Button } from '../../../ui/button/button';
import { factsInLine } from '../../../ui/ideographic-space';
import { RecordFact } from '../../../ui/record/record';

/** What a notice is about, in a line. */
export function AboutFact({ about }: { readonly about: LinkView | null }) {
  if (about === null) return null;
  return <RecordFact label="关联">{factsInLine(about.unitName, about.title)}</RecordFact>;
}

interface WayProps {
  readonly about: LinkView | null;
  readonly isLead: boolean;
}

/** The way into it, where there is one for whoever looks. */
export function AboutWay({ about, isLead }: WayProps) {
  const way = about === null ? null : wayInto(about, isLead);
  if (about === null || way === null) return null;
  return (
    <View className="record-way row">
      <Button
        look="link"
        onPress={() => {
          openPage(way.page, way.parameters);
        }}
      >
        {`打开${about.title}`}
      </Button>
    </View>
  );
}

interface Way {
  readonly page: string;
  readonly parameters: Record<string, string>;
}

function wayInto(about: LinkView, isLead: boolean): Way | null {
  return about.record === null ? null : WAYS[about.record.kind](about, about.record.id, isLead);
}

type WayOf = (about: LinkView, id: string, isLead: boolean) => Way | null;

function to(page: string, parameters: Record<string, string>): Way {
  return { page, parameters };
}

/** The page of each kind of record, for the lead unit and for the unit whose it is. */
const WAYS: Readonly<Record<NonNullable<LinkView['record']>['kind'], WayOf>> = {
  measure: ({ period, unitId }, _, isLead) => {
    if (period === null || unitId === null) return null;
    return isLead ? to('ledger', { period, unitId }) : to('ledger', { period });
  },
  report: (_, id, isLead) => (isLead ? to('review', { reportId: id }) : to('report', { id })),
  'to-report': (_, id, isLead) => (isLead ? null : to('report', { obligation: id })),
  'self-assessment': (_, id, isLead) => (isLead ? null : to('assessment/sheet', { obligation: id })),
  ticket: (_, id) => to('supervision/ticket', { id }),
  matter: (_, id) => to('coordination/matter', { id }),
};
