import { describe, expect, test } from 'vitest';
import {
  counselorHoursText,
  counselorHoursWarning,
  supportLineText,
} from '../../../src/guidance/hours/service-text.ts';
import { parseYaml } from '../../../src/knowledge/compile/yaml-file.ts';
import { counselorHoursFile } from '../../../src/knowledge/service-hours.ts';
import { supportLineFile } from '../../../src/knowledge/support-line.ts';
import { at, COUNSELORS, knowledgeText, LINE } from './support.ts';

describe('what a patient is told of the hours', () => {
  test.each([
    ['2026-11-24 10:30', 'いま、電話を受け付けています。きょうは15:00までです。'],
    ['2026-11-24 08:00', 'まだ受付の時間ではありません。きょう10:00から電話できます。'],
    ['2026-11-24 15:00', 'きょうの受付は終わりました。次はあす11月25日（水）10:00から電話できます。'],
    ['2026-11-21 12:00', 'きょうは土曜日なので、お休みです。次は11月24日（火）10:00から電話できます。'],
    ['2026-11-23 12:00', 'きょうは祝日なので、お休みです。次はあす11月24日（火）10:00から電話できます。'],
    ['2026-12-30 12:00', 'いまはお休みの期間です。次は1月4日（月）10:00から電話できます。'],
    ['2060-01-05 12:00', 'きょう開いているかどうかは、ここでは分かりません。'],
  ])('on the support line at %s', (now, text) => {
    expect(supportLineText(LINE, at(now))).toMatchObject({
      now: text,
      hours: '受付は、月〜金曜日の10:00〜15:00です。祝日と年末年始はお休みです。',
    });
  });

  test('on the counselors, with their lunch break', () => {
    expect(counselorHoursText(COUNSELORS, at('2026-11-24 12:10'))).toMatchObject({
      now: 'いまは相談員の休み時間です。きょう13:00からお答えします。',
      hours:
        '相談員がお答えする時間は、月〜金曜日の10:00〜12:00、13:00〜15:00です。祝日と年末年始はお休みです。',
    });
  });

  test('days that do not follow each other are named one by one', () => {
    const some = { ...LINE, weekdays: ['月', '水', '金'] satisfies typeof LINE.weekdays };
    expect(supportLineText(some, at('2026-11-24 12:00'))).toMatchObject({
      now: 'きょうは火曜日なので、お休みです。次はあす11月25日（水）10:00から電話できます。',
      hours: '受付は、月・水・金曜日の10:00〜15:00です。祝日と年末年始はお休みです。',
    });
  });

  test('no text keeps an unfilled placeholder, on any day of two years', () => {
    for (let ms = at('2026-01-01 00:30'); ms < at('2028-01-01 00:00'); ms += 3 * 3_600_000) {
      for (const text of [supportLineText(LINE, ms), counselorHoursText(COUNSELORS, ms)]) {
        expect(text.now + text.hours).not.toMatch(/[{}]|undefined|NaN/);
      }
    }
  });
});

describe('the editors’ file', () => {
  const problems = (text: string) =>
    parseYaml(supportLineFile, text, 'support-line.yaml').problems.map((p) => p.message);
  const text = knowledgeText('support-line.yaml');

  test('with a placeholder that does not exist is refused, with those that do', () => {
    expect(problems(text.replace('きょうは{closes}まで', 'きょうは{close}まで'))).toEqual([
      '"says.open": {close} is not known here; use {closes}',
      '"says.open": write {closes} in it: the time at which it closes, 15:00',
    ]);
    expect(problems(text.replace('{opens}から電話できます', '{opens から電話できます'))).toContain(
      '"says.before_hours": a brace stands alone; write {closes} and the like',
    );
  });

  test('that closes before it opens is refused', () => {
    expect(problems(text.replace('open: "10:00"', 'open: "16:00"'))).toEqual([
      '"close": closes before it opens',
    ]);
  });

  test('of the counselors needs its times in order', () => {
    const hours = knowledgeText('counselor-hours.yaml').replace('from: "13:00"', 'from: "11:00"');
    expect(parseYaml(counselorHoursFile, hours, 'counselor-hours.yaml').problems).toMatchObject([
      { message: '"times": write the times of a day in their order, with a break between them' },
    ]);
  });

  test('of the counselors warns until the operator has confirmed it', () => {
    expect(counselorHoursWarning({ ...COUNSELORS, confirmed_on: null })).toContain('confirmed_on');
    expect(counselorHoursWarning({ ...COUNSELORS, confirmed_on: '2026-12-01' })).toBeNull();
  });
});
