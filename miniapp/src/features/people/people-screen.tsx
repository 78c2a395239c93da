import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDisplay } from '../../platform/device/display';
import { openPage, type Slot } from '../../platform/navigation';
import { TextField } from '../../ui/field/field';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { useDirectory } from './api/load-directory.api';
import type { DirectoryLine } from './directory-lines';
import { DirectoryCards, DirectoryTable, FilterRow, type DirectoryFilter } from './directory-list';
import './people.scss';
import { UnitDetail } from './unit-detail';

interface PeopleScreenProps {
  /** Given where the list is one of the slots. */
  readonly slot?: Slot;
  /** The unit that the page was opened for; on a phone it fills the page. */
  readonly unitId: string | null;
}

function useFound(lines: readonly DirectoryLine[]) {
  const [filter, setFilter] = useState<DirectoryFilter>('all');
  const [asked, setAsked] = useState('');
  const words = asked.trim();
  const isNamed = ({ unit, people }: DirectoryLine) =>
    [unit.name, unit.fullName, ...unit.aliases, ...people.map(({ personName }) => personName)].some((name) =>
      name.includes(words),
    );
  const found = lines.filter((line) => (filter === 'all' || line.gaps.includes(filter)) && isNamed(line));
  return { filter, setFilter, setAsked, found };
}

interface DirectoryProps {
  readonly lines: readonly DirectoryLine[];
  readonly openId: string | null;
  readonly onOpen: (unitId: string) => void;
}

function Directory({ lines, openId, onOpen }: DirectoryProps) {
  const { isWide } = useDisplay();
  const { filter, setFilter, setAsked, found } = useFound(lines);
  return (
    <>
      <View className="people-find">
        <TextField label="找单位或人" initial="" placeholder="找单位或人" isLabelHidden onType={setAsked} />
        <FilterRow lines={lines} filter={filter} onFilter={setFilter} />
      </View>
      {found.length === 0 ? <StateView icon="search" title="没找到" lines={['换个字再找，或者看全部。']} /> : null}
      {found.length > 0 && isWide ? <DirectoryTable lines={found} openId={openId} onOpen={onOpen} /> : null}
      {found.length > 0 && !isWide ? <DirectoryCards lines={found} onOpen={onOpen} /> : null}
    </>
  );
}

function OneUnit({ lines, unitId }: { readonly lines: readonly DirectoryLine[]; readonly unitId: string }) {
  const line = lines.find(({ unit }) => unit.id === unitId);
  if (line !== undefined) return <UnitDetail line={line} />;
  return <StateView icon="units" title="没有这个单位" lines={['请回到名单再选。']} />;
}

/** 单位与人员: who holds which post, what the list lacks, and the ways to put it right (art. 3). */
export function PeopleScreen({ slot, unitId }: PeopleScreenProps) {
  const { isWide } = useDisplay();
  const query = useDirectory();
  const [openId, setOpenId] = useState(unitId);
  const isOneUnit = !isWide && unitId !== null;
  const frame = {
    title: isOneUnit ? '单位' : '单位与人员',
    ...(slot === undefined ? { section: 'people' } : { slot }),
  };
  const open = (id: string) => {
    if (isWide) setOpenId(id === openId ? null : id);
    else openPage('people', { unitId: id });
  };
  const rail =
    isWide && openId !== null && query.data !== undefined ? (
      <OneUnit key={openId} lines={query.data} unitId={openId} />
    ) : undefined;
  return (
    <Screen {...frame} isTopLevel={!isOneUnit} isOnSurface isRailWork {...(rail === undefined ? {} : { rail })}>
      <Answered query={query}>
        {(lines) =>
          isOneUnit ? (
            <OneUnit lines={lines} unitId={unitId} />
          ) : (
            <Directory lines={lines} openId={openId} onOpen={open} />
          )
        }
      </Answered>
    </Screen>
  );
}
