import {
  APPLICATION_CATEGORIES,
  type ApplicationCategory,
  type ApplicationKind,
  type ApplicationListView,
} from '@jiannuo/shared/applications';
import { View } from '@tarojs/components';
import { Choice, RadioMark } from '../../ui/field/choice';
import { FieldError } from '../../ui/field/field';
import { Heading } from '../../ui/heading/heading';
import { factsInLine } from '../../ui/ideographic-space';
import { Pressable } from '../../ui/pressable/pressable';
import { categoryWords, creditWords, stateWords } from './application-words';
import type { ApplicationBook, ApplicationDraft } from './draft-store';

const CATEGORY_OPTIONS = APPLICATION_CATEGORIES.map((value) => ({ value, label: categoryWords(value) }));

interface KindChoiceProps {
  readonly view: ApplicationListView;
  readonly draft: ApplicationDraft;
  readonly book: ApplicationBook;
  readonly error: string | null;
  readonly onChoose: (kind: ApplicationKind) => void;
}

/** What is applied for: 动态调整 or 创新性举措, and of which kind. */
export function KindChoice({ view, draft, book, error, onChoose }: KindChoiceProps) {
  const kinds = view.kinds.filter(({ category }) => category === draft.category);
  const turn = (category: ApplicationCategory) => {
    if (category !== draft.category) book.change(() => ({ category, kind: '', fromPeriod: null }));
  };
  return (
    <>
      <Choice label="报哪一类" options={CATEGORY_OPTIONS} value={draft.category} onChoose={turn} />
      <View {...(IS_BROWSER ? { role: 'radiogroup', 'aria-label': categoryWords(draft.category) } : {})}>
        {kinds.map((kind) => (
          <Pressable
            key={kind.kind}
            role="radio"
            isSelected={kind.kind === draft.kind}
            className="application-kind"
            onPress={() => {
              onChoose(kind);
            }}
          >
            <RadioMark isChosen={kind.kind === draft.kind} />
            <View className="grow gap-3">
              <View className={kind.kind === draft.kind ? 't-body is-bold' : 't-body'}>{kind.title}</View>
              <View className="t-xs c-ink-2">{creditWords(kind.credit)}</View>
            </View>
          </Pressable>
        ))}
      </View>
      {error === null ? null : <FieldError>{error}</FieldError>}
    </>
  );
}

interface FactsProps {
  readonly kind: ApplicationKind | undefined;
  readonly view: ApplicationListView;
}

/** Beside the form: by which clause it counts, and what was applied for already. */
export function KindFacts({ kind, view }: FactsProps) {
  const alive = view.rows.filter(({ state }) => state === 'submitted' || state === 'approved');
  return (
    <>
      <Heading level={2} className="t-2">
        怎么记分
      </Heading>
      <View className="t-s below-2">{kind === undefined ? '先选报哪一类。' : `${creditWords(kind.credit)}。`}</View>
      {kind === undefined ? null : <View className="t-s c-ink-2">{kind.article}</View>}
      <View className="t-s c-ink-2 below-2">市专班认定后才记分，没认定会写明理由。</View>
      {alive.length === 0 ? null : (
        <Heading level={2} className="t-2 below-6">
          已经报过的
        </Heading>
      )}
      {alive.map((row) => (
        <View className="below-2" key={row.id}>
          <View className="t-s">{row.title}</View>
          <View className="t-xs c-ink-2">{factsInLine(row.kindTitle, stateWords(row.state).text)}</View>
        </View>
      ))}
    </>
  );
}
