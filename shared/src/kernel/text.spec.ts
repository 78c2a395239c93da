import fc from 'fast-check';
import {
  cleanLine,
  cleanText,
  codePointLength,
  cutMiddle,
  firstCodePoints,
  hasControlCharacters,
  isBlank,
  isLongerThan,
  isWellFormed,
  quoted,
  tidyText,
  utf8Length,
} from './text';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const halves = fc
  .array(fc.constantFrom('\uD83D', '\uDE00', '码', 'a', '\n', '\u0000', '\u200B', '\uFEFF', '\r'), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('text as limits count it', () => {
  it('counts an emoji and a rare character once, and half a pair once', () => {
    expect(codePointLength('码上诚信😀𠮷')).toBe(6);
    expect(codePointLength('\uD83D')).toBe(1);
    expect(codePointLength('\uDE00\uD83D')).toBe(2);
  });

  it('agrees with the language on the number of code points', () => {
    fc.assert(fc.property(fc.oneof(anyText, halves), (text) => codePointLength(text) === Array.from(text).length));
  });

  it('cuts without halving a pair', () => {
    expect(firstCodePoints('😀😀😀', 2)).toBe('😀😀');
    fc.assert(
      fc.property(
        anyText,
        fc.nat(50),
        (text, limit) => firstCodePoints(text, limit) === Array.from(text).slice(0, limit).join(''),
      ),
    );
  });

  it('takes exactly the limit and refuses one more, also in emoji', () => {
    expect(isLongerThan('😀'.repeat(200), 200)).toBe(false);
    expect(isLongerThan('😀'.repeat(201), 200)).toBe(true);
    expect(isLongerThan('字'.repeat(201), 200)).toBe(true);
  });

  it('answers at once for 10 MB of text', () => {
    const walk = jest.spyOn(String.prototype, 'charCodeAt');
    expect(isLongerThan('字'.repeat(10_000_000), 5000)).toBe(true);
    expect(walk).not.toHaveBeenCalled();
    walk.mockRestore();
  });

  it('counts bytes as UTF-8 does', () => {
    fc.assert(fc.property(fc.oneof(anyText, halves), (text) => utf8Length(text) === Buffer.byteLength(text, 'utf8')));
  });
});

describe('tidying what people paste', () => {
  it('turns foreign line breaks into line feeds and drops what cannot be seen', () => {
    expect(tidyText('甲\r\n乙\u000B丙\u2028丁\rx')).toBe('甲\n乙\n丙\n丁\nx');
    expect(tidyText('\uFEFF码\u200B上\u0000诚\u202E信')).toBe('码上诚信');
  });

  it('keeps blanks and tabs, so that typing is not disturbed', () => {
    expect(tidyText(' 第一，\t第二 ')).toBe(' 第一，\t第二 ');
  });

  it('shows half a surrogate pair as a replacement and keeps whole ones', () => {
    expect(tidyText('a\uD83Db')).toBe('a\uFFFDb');
    expect(tidyText('a😀b')).toBe('a😀b');
  });

  it('leaves nothing to tidy, control or broken, whatever comes in', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, halves), (text) => {
        const tidy = tidyText(text);
        expect(tidyText(tidy)).toBe(tidy);
        expect(isWellFormed(tidy)).toBe(true);
        expect(hasControlCharacters(tidy, true)).toBe(false);
      }),
    );
  });

  it('never drops a visible character', () => {
    const visible = fc.string({ unit: fc.constantFrom('码', 'A', '1', '，', '“', '😀', ' ', '\n'), maxLength: 50 });
    fc.assert(fc.property(visible, (text) => tidyText(text) === text));
  });

  it('cleans names and reasons: trimmed, composed, on one line', () => {
    expect(cleanText('  \u200B市司法局\u00A0\n')).toBe('市司法局');
    expect(cleanText('e\u0301')).toBe('é');
    expect(cleanLine('市\n司法  局')).toBe('市 司法 局');
  });

  it('sees through text that only looks filled', () => {
    expect(['', ' ', '\u3000\u200B', '\u200D', '\n\t'].every(isBlank)).toBe(true);
    const unseen = [
      '\uFE0F',
      '\u{E0100}',
      '\u3164',
      '\uFFA0',
      '\u115F',
      '\u2800',
      '\u034F',
      '\u{E0041}',
      '\u061C',
      '\u180E',
    ];
    expect(unseen.filter((each) => !isBlank(` ${each}\n`))).toEqual([]);
    expect(unseen.map((each) => cleanText(each))).toEqual(unseen.map(() => ''));
    expect(['无', '.', '😀', '\u4E00\u{E0100}', '\uD83D'].some(isBlank)).toBe(false);
    expect(cleanText('❤\uFE0F')).toBe('❤\uFE0F');
  });

  it('sees nothing in what Unicode says may be ignored, and something in every letter and figure', () => {
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const character = String.fromCodePoint(code);
      if (/\p{Default_Ignorable_Code_Point}/u.test(character)) expect([code, isBlank(character)]).toEqual([code, true]);
      else if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(character) && isBlank(character)) expect(code).toBe(0x2800);
    }
  });

  it('allows line feed and tab only in long text', () => {
    expect(hasControlCharacters('a\n\tb')).toBe(true);
    expect(hasControlCharacters('a\n\tb', true)).toBe(false);
    expect(hasControlCharacters('a\u0007b', true)).toBe(true);
  });
});

it('quotes a text, and quotes within it with single marks', () => {
  expect(quoted('信用修复')).toBe('“信用修复”');
  expect(quoted('“码上诚信”进村屯')).toBe('“‘码上诚信’进村屯”');
});

it('cuts the middle of a long name and keeps both ends whole', () => {
  expect(cutMiddle('关于印发工作制度的通知', 11)).toBe('关于印发工作制度的通知');
  expect(cutMiddle('关于印发工作制度的通知', 7)).toBe('关于印…的通知');
  expect(cutMiddle('😀😀😀😀😀', 4)).toBe('😀😀…😀');
});
