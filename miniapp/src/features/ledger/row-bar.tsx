import { leftOf, type LedgerRowView, type RowAction } from '@jiannuo/shared/ledger';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { gapWords, rowWords, targetWords } from './ledger-words';
import { LeadActSheet, leadActsOn, type LeadAct } from './lead-acts';
import type { RowDrafts } from './use-row-drafts';

interface RowBarProps {
  readonly row: LedgerRowView;
  readonly drafts: RowDrafts;
  readonly onDone: (openId: string | null) => void;
}

interface Verb {
  readonly action: RowAction;
  readonly label: string;
  readonly done: string;
}

const PRIMARY: readonly Verb[] = [{ action: 'mark-done', label: '标成完成', done: '已标成完成' }];
const SECOND: readonly Verb[] = [
  { action: 'reopen', label: '改回没完成', done: '已改回' },
  { action: 'mark-on-schedule', label: '按计划推进', done: '已记按计划推进' },
];

function noteOf(row: LedgerRowView): string {
  if (row.isScored)
    return row.actions.includes('mark-done') ? '评分时记了按计划推进，办好了请标' : '已经评分，不能再改';
  // Its unit may still add to it, and move it no more.
  if (row.actions.join() === 'record')
    return `本月已经复核，${row.state === 'done' ? '佐证还可以补' : '做完了的请在自查评分里提异议'}`;
  return row.state === 'done' ? rowWords(row).text : '缺的可以后补';
}

interface PrimaryProps {
  readonly row: LedgerRowView;
  readonly figure: string;
  readonly verb: Verb;
  readonly onPress: () => void;
}

/** The one primary button; below its goal it asks before. */
function PrimaryButton({ row, figure, verb, onPress }: PrimaryProps) {
  const [isAsking, setIsAsking] = useState(false);
  const isShort = (leftOf(row.measure.target, figure) ?? 0) > 0;
  return (
    <>
      <Button
        onPress={() => {
          if (isShort) setIsAsking(true);
          else onPress();
        }}
      >
        {verb.label}
      </Button>
      {isAsking ? (
        <Dialog
          title={`${targetWords(row.measure, figure) ?? ''}，算完成吗？`}
          verb={verb.label}
          onClose={() => {
            setIsAsking(false);
          }}
          onConfirm={() => {
            setIsAsking(false);
            onPress();
          }}
        >
          {`${figure === '' ? '完成数还没填。' : ''}标成完成，完成数照这样带给市里复核。`}
        </Dialog>
      ) : null}
    </>
  );
}

/** What is missing, which never stops anything, and what may be done with the open row now. */
export function RowBar({ row, drafts, onDone }: RowBarProps) {
  const store = useQueryClient();
  const [asked, setAsked] = useState<LeadAct | null>(null);
  const may = (verb: Verb): boolean => row.actions.includes(verb.action);
  const primary = PRIMARY.find(may);
  const second = SECOND.find(may);
  const { evidence, figure } = drafts.completionOf(row);
  const count = evidence.length;
  const gap = gapWords(row.measure);
  const facts = [count === 0 ? '没有佐证' : `佐证${String(count)}份`, gap].filter((text) => text !== null).join('，');
  const act = async ({ action, done }: Verb) => {
    if ((await drafts.act(row, action)) === null) return;
    showToast(done);
    onDone(null);
    void store.invalidateQueries({ queryKey: QUERY_KEYS.ledger });
  };
  const note = noteOf(row);
  return (
    <>
      <StickyBar title={facts} note={note}>
        {second === undefined ? null : (
          <Button look="plain" onPress={() => void act(second)}>
            {second.label}
          </Button>
        )}
        {primary === undefined ? null : (
          <PrimaryButton row={row} figure={figure} verb={primary} onPress={() => void act(primary)} />
        )}
        {leadActsOn(row).map((each) => (
          <Button
            key={each.action}
            look="plain"
            onPress={() => {
              setAsked(each);
            }}
          >
            {each.label}
          </Button>
        ))}
      </StickyBar>
      {asked === null ? null : (
        <LeadActSheet
          act={asked}
          row={row}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}
