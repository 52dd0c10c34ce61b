import { describe, expect, test } from 'vitest';
import { checkMessages } from '../../src/simulator/message-schema/check-messages.ts';

const FAMILY = '👩‍👩‍👧‍👦';
const text = (content: string, more: object = {}) => ({ type: 'text', text: content, ...more });
const action = (more: object = {}) => ({ type: 'message', label: 'はい', text: 'はい', ...more });
const quick = (...actions: object[]) =>
  text('どうしますか', { quickReply: { items: actions.map((each) => ({ type: 'action', action: each })) } });
const bubble = (contents: object[], more: object = {}) => ({
  type: 'bubble',
  body: { type: 'box', layout: 'vertical', contents },
  ...more,
});
const flex = (contents: object) => ({ type: 'flex', altText: '案内', contents });
const component = (...contents: object[]) => flex(bubble(contents));
const template = (inner: object) => ({ type: 'template', altText: '案内', template: inner });
const uri = (address: string) => action({ type: 'uri', uri: address, text: undefined });

/** The first thing wrong with one message, as `property: message`. */
function fault(message: object): string | undefined {
  const [first] = checkMessages([JSON.parse(JSON.stringify(message))]);
  return first && `${first.property}: ${first.message}`;
}
const good = (message: object) => expect(fault(message)).toBeUndefined();
const bad = (message: object, where: string) =>
  expect(fault(message)).toMatch(new RegExp(where.replace(/[.[\]()]/g, '\\$&')));

describe('texts', () => {
  test('5,000 UTF-16 units are taken, 5,001 are not, and 🍎 is two', () => {
    good(text('あ'.repeat(5000)));
    bad(text('あ'.repeat(5001)), 'messages[0].text: Length must be between 0 and 5000');
    good(text('🍎'.repeat(2500)));
    bad(text('🍎'.repeat(2501)), 'messages[0].text');
  });
  test('an empty text is refused', () => bad(text(''), 'messages[0].text: May not be empty'));
  test('an unknown property is refused by its name', () =>
    bad(text('a', { wrap: true }), 'messages[0].wrap: unknown field'));
  test('an unknown kind is refused with the kinds there are', () =>
    bad({ type: 'coupon' }, 'messages[0].type: Must be one of the following values: [text, '));
  test('a missing property is named', () => bad({ type: 'text' }, 'messages[0].text: must be specified'));
  test('what is no list of messages is refused', () => {
    expect(checkMessages(undefined)).toEqual([{ message: 'must be specified', property: 'messages' }]);
    expect(checkMessages([])).toEqual([{ message: 'Size must be between 1 and 5', property: 'messages' }]);
    expect(checkMessages([null])).toEqual([{ message: 'must be object', property: 'messages[0]' }]);
  });
  test('a LINE emoji stands where the text has $', () => {
    const emojis = [{ index: 2, productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' }];
    good(text('はい$', { emojis }));
    bad(text('はい。', { emojis }), 'messages[0].emojis[0].index');
  });
  test('every {name} of a text v2 has its substitution', () => {
    const substitution = { face: { type: 'emoji', productId: 'a', emojiId: '001' } };
    good({ type: 'textV2', text: '{{括弧}} {face}', substitution });
    bad({ type: 'textV2', text: '{mood}', substitution }, 'no substitution for {mood}');
  });
  test('a sender may not call itself LINE', () =>
    bad(text('a', { sender: { name: 'LINE公式' } }), 'messages[0].sender.name'));
});

describe('quick replies and actions', () => {
  test('13 quick replies are taken, 14 and none are not', () => {
    good(quick(...Array.from({ length: 13 }, () => action())));
    bad(quick(...Array.from({ length: 14 }, () => action())), 'messages[0].quickReply.items');
    bad(quick(), 'messages[0].quickReply.items');
  });
  test('a label is 1 to 20 characters as people see them', () => {
    good(quick(action({ label: FAMILY.repeat(20) })));
    bad(quick(action({ label: 'あ'.repeat(21) })), 'action.label: Length must be between 1 and 20');
    bad(quick(action({ label: '' })), 'action.label');
    bad(quick({ type: 'message', text: 'はい' }), 'action.label: must be specified');
  });
  test('postback data is at most 300 units, its display text 300 characters', () => {
    const postback = (more: object) => quick({ type: 'postback', label: 'はい', data: 'a', ...more });
    good(postback({ data: 'a'.repeat(300), displayText: FAMILY.repeat(300) }));
    bad(postback({ data: 'a'.repeat(301) }), 'action.data');
    bad(postback({ displayText: 'あ'.repeat(301) }), 'action.displayText');
    bad(postback({ text: 'a' }), 'cannot be used in a quick reply');
    bad(postback({ fillInText: 'a' }), 'needs inputOption openKeyboard');
  });
  test('a message action’s text is 1 to 300 characters', () => {
    good(quick(action({ text: 'あ'.repeat(300) })));
    bad(quick(action({ text: 'あ'.repeat(301) })), 'action.text');
    bad(quick(action({ text: '' })), 'action.text');
  });
  test.each([
    'https://ganjoho.jp/',
    'http://example.com',
    'tel:0570-02-3410',
    'tel:+81570023410',
    'line://nv/chat',
  ])('%s opens', (address) => {
    good(quick(uri(address)));
  });
  test.each([
    'javascript:alert(1)',
    'mailto:a@example.com',
    '//example.com',
    'https://a b',
    'tel:電話',
    'https://',
    `https://a.jp/${'a'.repeat(1000)}`,
  ])('%s does not open', (address) => bad(quick(uri(address)), 'action.uri'));
  test('location and camera are for quick replies alone', () => {
    good(
      quick(
        { type: 'location', label: '位置' },
        { type: 'camera', label: '撮る' },
        { type: 'cameraRoll', label: '選ぶ' },
      ),
    );
    bad(component({ type: 'button', action: { type: 'location', label: '位置' } }), 'action.type');
  });
  test('a date picker’s limits are in its mode and in order', () => {
    const picker = (more: object) =>
      quick({ type: 'datetimepicker', label: '日', data: 'a', mode: 'date', ...more });
    good(picker({ initial: '2026-11-20', min: '2026-11-01', max: '2026-11-30' }));
    good(picker({ mode: 'datetime', initial: '2026-11-20T09:30' }));
    bad(picker({ initial: '09:30' }), 'action.initial: must be a date');
    bad(picker({ min: '2026-11-30', max: '2026-11-01' }), 'action.min: must be before max');
  });
  test('a clipboard action copies 1 to 1,000 units', () => {
    good(quick({ type: 'clipboard', label: '写す', clipboardText: 'a'.repeat(1000) }));
    bad(quick({ type: 'clipboard', label: '写す', clipboardText: '' }), 'action.clipboardText');
  });
});

describe('Flex Messages', () => {
  const words = (more: object = {}) => ({ type: 'text', text: '案内', ...more });

  test('altText is 1 to 1,500 units', () => {
    good({ ...component(words()), altText: 'あ'.repeat(1500) });
    bad({ ...component(words()), altText: 'あ'.repeat(1501) }, 'messages[0].altText');
    bad({ ...component(words()), altText: '' }, 'messages[0].altText');
  });
  test('a bubble needs a block', () =>
    bad(flex({ type: 'bubble' }), 'messages[0].contents: At least one block must be specified'));
  test('a text needs letters, its own or its spans’', () => {
    bad(component(words({ text: '' })), 'body.contents[0].text: must be non-empty text');
    bad(component({ type: 'text' }), 'body.contents[0].text: must be non-empty text');
    bad(component({ type: 'text', contents: [] }), 'must be non-empty text');
    good(component({ type: 'text', contents: [{ type: 'span', text: '太く', weight: 'bold' }] }));
    bad(component({ type: 'text', contents: [{ type: 'span', text: '' }] }), 'contents[0].contents[0].text');
  });
  test('an unknown property is refused at any depth', () => {
    bad(
      component({ type: 'box', layout: 'vertical', contents: [words({ fontSize: 'md' })] }),
      'body.contents[0].contents[0].fontSize: unknown field',
    );
  });
  test('an empty box is taken, as in LINE’s own templates; an empty carousel is not', () => {
    good(component({ type: 'box', layout: 'vertical', contents: [], height: '2px' }));
    bad(
      flex({ type: 'carousel', contents: [] }),
      'messages[0].contents.contents: Size must be between 1 and 12',
    );
  });
  test('a carousel holds 12 bubbles of one size', () => {
    const bubbles = (count: number) => Array.from({ length: count }, () => bubble([words()]));
    good(flex({ type: 'carousel', contents: bubbles(12) }));
    bad(flex({ type: 'carousel', contents: bubbles(13) }), 'Size must be between 1 and 12');
    good(flex({ type: 'carousel', contents: [bubble([words()]), bubble([words()], { size: 'mega' })] }));
    bad(
      flex({ type: 'carousel', contents: [bubble([words()]), bubble([words()], { size: 'kilo' })] }),
      'contents[1].size',
    );
  });
  test('a bubble is at most 30 KB of JSON in UTF-8, a carousel 50 KB', () => {
    const filled = (bytes: number) => {
      const empty = new TextEncoder().encode(JSON.stringify(bubble([words({ text: '' })]))).length;
      return bubble([words({ text: 'a'.repeat(bytes - empty) })]);
    };
    good(flex(filled(30 * 1024)));
    bad(flex(filled(30 * 1024 + 1)), 'messages[0].contents: Too large flex message');
    bad(flex(bubble([words({ text: 'あ'.repeat(10_300) })])), 'Too large flex message');
    bad(
      flex({ type: 'carousel', contents: [filled(26 * 1024), filled(26 * 1024)] }),
      'The maximum size of JSON data is 50 KB',
    );
  });
  test('each layout holds what it may', () => {
    const inside = (layout: string, child: object) => component({ type: 'box', layout, contents: [child] });
    const icon = { type: 'icon', url: 'https://example.com/i.png' };
    good(inside('baseline', icon));
    bad(inside('vertical', icon), 'a vertical box may hold');
    bad(
      inside('baseline', { type: 'separator' }),
      'a baseline box may hold icon, text, filler; not separator',
    );
    bad(inside('diagonal', words()), 'layout: Must be one of the following values');
    bad(component({ type: 'spacer' }), 'contents[0].type');
  });
  test('a button needs an action with a label', () => {
    bad(component({ type: 'button' }), 'contents[0].action: must be specified');
    bad(
      component({ type: 'button', action: { type: 'message', text: 'はい' } }),
      'action.label: must be specified',
    );
    good(component({ ...words(), action: { type: 'message', text: 'はい' } }));
  });
  test.each([
    [{ color: 'red' }, 'color'],
    [{ color: '#fff' }, 'color'],
    [{ size: 'huge' }, 'size'],
    [{ size: '1em' }, 'size'],
    [{ weight: 'heavy' }, 'weight'],
    [{ margin: '5' }, 'margin'],
    [{ flex: -1 }, 'flex'],
    [{ flex: 1.5 }, 'flex'],
    [{ wrap: 'true' }, 'wrap'],
    [{ align: 'left' }, 'align'],
  ])('a text with %j is refused', (more, property) => bad(component(words(more)), `contents[0].${property}`));
  test.each([
    { color: '#11223344' },
    { size: '13.5px' },
    { margin: 'xxl' },
    { flex: 0 },
    { lineSpacing: '4px' },
    { offsetStart: '10%' },
  ])('a text with %j is taken', (more) => good(component(words(more))));
  test('pictures come by https, at most three times as high as wide', () => {
    const image = (more: object) => component({ type: 'image', url: 'https://example.com/a.png', ...more });
    good(image({ aspectRatio: '1:3', size: 'full' }));
    bad(image({ aspectRatio: '1:4' }), 'aspectRatio');
    bad(image({ url: 'http://example.com/a.png' }), 'url: must be an https URL');
  });
  test('a video stands in the hero of a wide bubble, outside of carousels', () => {
    const video = {
      type: 'video',
      url: 'https://a.jp/v.mp4',
      previewUrl: 'https://a.jp/p.png',
      altContent: { type: 'image', url: 'https://a.jp/p.png' },
    };
    good(flex(bubble([words()], { hero: video })));
    bad(flex(bubble([words()], { hero: video, size: 'nano' })), 'contents.hero');
    bad(
      flex({ type: 'carousel', contents: [bubble([words()], { hero: video })] }),
      'contents.contents[0].hero',
    );
    bad(component(video), 'contents[0].type');
  });
  test('a gradient needs its angle and two colours', () => {
    const painted = (more: object) =>
      component({
        type: 'box',
        layout: 'vertical',
        contents: [],
        background: {
          type: 'linearGradient',
          angle: '90deg',
          startColor: '#ffffff',
          endColor: '#000000',
          ...more,
        },
      });
    good(painted({ centerColor: '#888888', centerPosition: '50%' }));
    bad(painted({ angle: '360deg' }), 'background.angle');
    bad(painted({ endColor: undefined }), 'background.endColor: must be specified');
  });
  test('at most 10 pictures move', () => {
    const moving = (count: number) =>
      component(
        ...Array.from({ length: count }, () => ({
          type: 'image',
          url: 'https://a.jp/a.png',
          animated: true,
        })),
      );
    good(moving(10));
    bad(moving(11), 'at most 10 animated images');
  });
});

describe('templates, places, stickers and pictures', () => {
  test('buttons: 4 actions, 160 characters, 60 beside a title', () => {
    const buttons = (more: object) =>
      template({ type: 'buttons', text: '選ぶ', actions: [action()], ...more });
    good(buttons({ text: FAMILY.repeat(160), actions: Array.from({ length: 4 }, () => action()) }));
    bad(buttons({ text: 'あ'.repeat(161) }), 'template.text');
    good(buttons({ title: '題', text: 'あ'.repeat(60) }));
    bad(buttons({ title: '題', text: 'あ'.repeat(61) }), 'template.text');
    bad(buttons({ title: 'あ'.repeat(41) }), 'template.title');
    bad(buttons({ actions: Array.from({ length: 5 }, () => action()) }), 'template.actions');
  });
  test('confirm: two actions, 240 characters', () => {
    good(template({ type: 'confirm', text: 'あ'.repeat(240), actions: [action(), action()] }));
    bad(template({ type: 'confirm', text: 'か', actions: [action()] }), 'template.actions: Size must be 2');
  });
  test('carousel: 10 columns, all with the same number of actions', () => {
    const column = (count: number) => ({
      text: '列',
      actions: Array.from({ length: count }, () => action()),
    });
    good(template({ type: 'carousel', columns: Array.from({ length: 10 }, () => column(3)) }));
    bad(
      template({ type: 'carousel', columns: Array.from({ length: 11 }, () => column(1)) }),
      'template.columns',
    );
    bad(template({ type: 'carousel', columns: [column(1), column(2)] }), 'template.columns[1]');
  });
  test('image carousel: labels of 12 characters, or none', () => {
    const column = (label?: string) => ({
      imageUrl: 'https://a.jp/a.png',
      action: { type: 'message', text: 'a', label },
    });
    good(template({ type: 'image_carousel', columns: [column('あ'.repeat(12)), column()] }));
    bad(template({ type: 'image_carousel', columns: [column('あ'.repeat(13))] }), 'action.label');
  });
  test('a place has a title and an address of at most 100 units, on this globe', () => {
    const place = (more: object) => ({
      type: 'location',
      title: '駅',
      address: '東京都',
      latitude: 35,
      longitude: 139,
      ...more,
    });
    good(place({}));
    bad(place({ title: 'あ'.repeat(101) }), 'title');
    bad(place({ address: '' }), 'address');
    bad(place({ latitude: 91 }), 'latitude');
  });
  test('a sticker is told by two numbers, a picture by two https addresses', () => {
    good({ type: 'sticker', packageId: '446', stickerId: '1988' });
    bad({ type: 'sticker', packageId: 446, stickerId: '1988' }, 'packageId: must be string');
    good({ type: 'image', originalContentUrl: 'https://a.jp/a.png', previewImageUrl: 'https://a.jp/a.png' });
    bad(
      { type: 'image', originalContentUrl: 'http://a.jp/a.png', previewImageUrl: 'https://a.jp/a.png' },
      'originalContentUrl',
    );
  });
});
