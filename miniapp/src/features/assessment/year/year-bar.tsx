import { ANNUAL_STATE_NAMES, type AnnualView, type MissingMonth } from '@jiannuo/shared/assessment';
import { useState } from 'react';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { StickyBar } from '../../../ui/bar/sticky-bar';
import { Button } from '../../../ui/button/button';
import { Dialog } from '../../../ui/overlay/dialog';
import { showToast } from '../../../ui/overlay/toast';
import { finaliseYear } from '../api/finalise-year.api';
import { publishYear } from '../api/publish-year.api';
import { MissingSheet } from './missing-sheet';
import { hindrancesOf, missingOf, type OwnedMonth } from '../review/hindrances';

interface YearBarProps {
  readonly view: AnnualView;
}

function Finalising({ view }: YearBarProps) {
  const [isAsking, setIsAsking] = useState(false);
  const [hindrance] = hindrancesOf(view);
  const missing = missingOf(view);
  const missingNote = `有${String(missing.length)}个月没有得分，定稿时写理由`;
  const note = missing.length === 0 ? '定稿后只能更正' : missingNote;
  return (
    <>
      <StickyBar
        title={hindrance === undefined ? '可以定稿' : '还不能定稿'}
        note={hindrance === undefined ? note : hindrance.sentence}
      >
        <Button
          look={hindrance === undefined ? 'primary' : 'plain'}
          onPress={() => {
            if (hindrance === undefined) setIsAsking(true);
            else showToast(hindrance.sentence);
          }}
        >
          {`定稿${String(view.year)}年成绩`}
        </Button>
      </StickyBar>
      {isAsking ? (
        <AskToFinalise
          view={view}
          missing={missing}
          onClose={() => {
            setIsAsking(false);
          }}
        />
      ) : null}
    </>
  );
}

interface AskProps extends YearBarProps {
  readonly missing: readonly OwnedMonth[];
  readonly onClose: () => void;
}

function AskToFinalise({ view, missing, onClose }: AskProps) {
  const write = useWrite(QUERY_KEYS.assessments);
  const { year, seal } = view;
  const error = write.error?.sentence ?? null;
  const send = async (confirmed: readonly MissingMonth[]) => {
    const body = { year, seal: seal ?? '', missing: confirmed };
    if ((await write.run(body, (key) => finaliseYear(body, key))) === null) return;
    onClose();
    showToast('年度成绩定稿了');
  };
  if (missing.length > 0) {
    return (
      <MissingSheet months={missing} error={error} onConfirm={(confirmed) => void send(confirmed)} onClose={onClose} />
    );
  }
  return (
    <Dialog title={`定稿${String(year)}年成绩？`} verb="定稿" onClose={onClose} onConfirm={() => void send([])}>
      {error ?? `${String(view.rows.length)}个县一起定稿。分数和依据都固定下来，要改只能更正。`}
    </Dialog>
  );
}

function Publishing({ view }: YearBarProps) {
  const write = useWrite(QUERY_KEYS.assessments);
  const [isAsking, setIsAsking] = useState(false);
  const { year } = view;
  const moved = view.rows.filter((row) => row.moved.length > 0).map(({ unitName }) => unitName);
  const hindrance = moved.length === 0 ? null : `${moved.join('、')}有月份的分更正过，请点开先更正`;
  const close = () => {
    setIsAsking(false);
    write.forgetError();
  };
  const send = async () => {
    if ((await write.run(`publish ${String(year)}`, (key) => publishYear(year, key))) === null) return;
    close();
    showToast('已公布，各县会收到');
  };
  return (
    <>
      <StickyBar
        title={hindrance === null ? ANNUAL_STATE_NAMES.final : '还不能公布'}
        note={hindrance ?? '公布后各县看得到，要改只能更正'}
      >
        <Button
          look={hindrance === null ? 'primary' : 'plain'}
          onPress={() => {
            if (hindrance === null) setIsAsking(true);
            else showToast(hindrance);
          }}
        >
          {`公布${String(year)}年成绩`}
        </Button>
      </StickyBar>
      {isAsking ? (
        <Dialog title={`公布${String(year)}年成绩？`} verb="公布" onClose={close} onConfirm={() => void send()}>
          {write.error?.sentence ?? `${String(view.rows.length)}个县都会收到自己的成绩。`}
        </Dialog>
      ) : null}
    </>
  );
}

/** What the lead unit can do with the year now; null when there is nothing. */
export function yearBar(view: AnnualView) {
  if (view.actions.includes('finalise')) return <Finalising view={view} />;
  return view.actions.includes('publish') ? <Publishing view={view} /> : null;
}
