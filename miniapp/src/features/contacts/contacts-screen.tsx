import type { CoverageRow, CoverageView } from '@jiannuo/shared/coordination';
import type { Period } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDisplay } from '../../platform/device/display';
import { openFile } from '../../platform/files/open-file';
import { openPage } from '../../platform/navigation';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { Pressable } from '../../ui/pressable/pressable';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { useCoverage } from './api/load-coverage.api';
import { ContactForm } from './contact-form';
import './contacts.scss';
import { ContactsMatrix } from './contacts-matrix';
import { ContactsMonth } from './contacts-month';
import { barWords } from './coverage-words';
import { LiaisonLine } from './liaison-line';
import { UnitRail } from './unit-rail';

/** What is being written down: a contact with one unit, or with several. */
type Writing = { readonly unit: CoverageRow | null } | null;

/** 沟通联络: with whom the lead unit has talked this month, and whom it still has to (art. 4). */
export function ContactsScreen() {
  const query = useCoverage();
  const view = query.data;
  if (view !== undefined && view.rows.length > 0) return <Contacts view={view} />;
  return (
    <Screen title="沟通联络" section="coordination/contacts" isTopLevel isOnSurface>
      <Answered query={query}>
        {() => (
          <StateView icon="units" title="没有要联络的单位" lines={['单位名单里有了县、责任单位，这里会列出来。']} />
        )}
      </Answered>
    </Screen>
  );
}

async function save(view: CoverageView): Promise<void> {
  const year = String(view.year);
  const isOpen = await openFile(`/api/contacts/export?year=${year}`, `${year}年沟通联络记录.xlsx`);
  if (!isOpen) showToast('没导出来，请再点一次');
}

function Contacts({ view }: { readonly view: CoverageView }) {
  const { isWide } = useDisplay();
  const [period, setPeriod] = useState<Period>(view.currentPeriod);
  const [writing, setWriting] = useState<Writing>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const opened = view.rows.find(({ unitId }) => unitId === openId);
  const several = () => {
    setWriting({ unit: null });
  };
  const month = { view, period, onTurn: setPeriod };
  const narrow = {
    bar: (
      <StickyBar {...barWords(view, period)}>
        <Button onPress={several}>一次记多家</Button>
      </StickyBar>
    ),
  };
  const wide = {
    top: (
      <>
        <Button look="plain" icon="download" onPress={() => void save(view)}>
          导出
        </Button>
        <View className="gap-3">
          <Button look={opened === undefined ? 'primary' : 'plain'} onPress={several}>
            一次记多家
          </Button>
        </View>
      </>
    ),
    ...(opened === undefined
      ? {}
      : {
          rail: (
            <UnitRail
              key={opened.unitId}
              row={opened}
              view={view}
              period={period}
              onClose={() => {
                setOpenId(null);
              }}
            />
          ),
        }),
  };
  return (
    <Screen
      title={isWide ? `${String(view.year)}年沟通联络` : '沟通联络'}
      section="coordination/contacts"
      isTopLevel
      isOnSurface
      isRailWork
      {...(isWide ? wide : narrow)}
    >
      {isWide ? (
        <ContactsMatrix
          {...month}
          openId={openId}
          onOpen={(unitId) => {
            setOpenId(unitId === openId ? null : unitId);
          }}
        />
      ) : (
        <ContactsMonth
          {...month}
          onRecord={(unit) => {
            setWriting({ unit });
          }}
          onLog={(unit) => {
            openPage('coordination/contact-log', { unitId: unit.unitId });
          }}
          onSave={() => void save(view)}
        />
      )}
      <WritingSheet
        view={view}
        period={period}
        writing={writing}
        onClose={() => {
          setWriting(null);
        }}
      />
    </Screen>
  );
}

interface WritingSheetProps {
  readonly view: CoverageView;
  readonly period: Period;
  readonly writing: Writing;
  readonly onClose: () => void;
}

function WritingSheet({ view, period, writing, onClose }: WritingSheetProps) {
  if (writing === null) return null;
  const form = { periods: view.periods, startsToday: period === view.currentPeriod, onDone: onClose };
  const { unit } = writing;
  if (unit === null) {
    return (
      <Sheet title="一次记多家" onClose={onClose}>
        <ContactForm {...form} partner={{ kind: 'several', view, period }} />
      </Sheet>
    );
  }
  const { unitId, unitName, cells } = unit;
  return (
    <Sheet title={unitName} onClose={onClose}>
      <LiaisonLine unitId={unitId} unitName={unitName} />
      {cells.every(({ count }) => count === 0) ? null : (
        <Pressable
          role="link"
          className="contact-verb t-s c-brand"
          onPress={() => {
            onClose();
            openPage('coordination/contact-log', { unitId });
          }}
        >
          看以前的联络记录
        </Pressable>
      )}
      <ContactForm {...form} partner={{ kind: 'one', unitId }} />
    </Sheet>
  );
}
