import { NOTICE_SORTS, ruleOf, type NoticeSort } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { ChoiceField } from '../../../ui/field/choice-field';
import type { NoticeFilter } from '../api/load-notices.api';
import { usePeople } from '../api/load-people.api';

interface FilterProps {
  readonly filter: NoticeFilter;
  readonly onChoose: (filter: NoticeFilter) => void;
}

function sortWords(sort: NoticeSort | null): string {
  if (sort === null) return '全部种类';
  if (sort === 'review') return '等复核、等答复';
  return sort === 'proposal' ? '督导建议' : ruleOf(sort).title;
}

/** Narrows the list of notices to one unit, and to one kind or the proposals. */
export function NoticeFilterLine({ filter, onChoose }: FilterProps) {
  const { data } = usePeople();
  const units = new Map((data?.rows ?? []).map(({ unit }) => [unit.id, unit]));
  const offered = [...units.values()].filter(({ kind }) => kind !== 'lead');
  const chosen = filter.unitId === null ? undefined : units.get(filter.unitId);
  return (
    <View className="record-pair">
      <ChoiceField
        label="单位"
        words={chosen?.name ?? '全部单位'}
        verbs={[{ id: null, name: '全部单位' }, ...offered].map(({ id, name }) => ({
          label: name,
          onPress: () => {
            onChoose({ ...filter, unitId: id });
          },
        }))}
      />
      <ChoiceField
        label="种类"
        words={sortWords(filter.sort)}
        verbs={[null, ...NOTICE_SORTS].map((sort) => ({
          label: sortWords(sort),
          onPress: () => {
            onChoose({ ...filter, sort });
          },
        }))}
      />
    </View>
  );
}
