/** Messages that the page test's bot sends: one of each thing that a phone has to draw. */
const quickReply = {
  items: [
    { type: 'action', action: { type: 'message', label: '役に立った', text: '役に立ちました' } },
    {
      type: 'action',
      action: {
        type: 'postback',
        label: '相談員と話す',
        data: 'route=counselor',
        displayText: '相談員と話したい',
      },
    },
    { type: 'action', action: { type: 'location', label: '近くの相談支援センター' } },
  ],
};

export const passage = {
  type: 'flex',
  altText: '髪が抜けるのはいつからですか',
  contents: {
    type: 'bubble',
    body: {
      type: 'box',
      layout: 'vertical',
      spacing: 'md',
      contents: [
        { type: 'text', text: '髪が抜けるのはいつからですか', weight: 'bold', size: 'lg', wrap: true },
        {
          type: 'text',
          wrap: true,
          contents: [
            { type: 'span', text: '薬によって、' },
            { type: 'span', text: '髪が抜けることがあります。', weight: 'bold', color: '#2f6a8e' },
            {
              type: 'span',
              text: '抜けない薬もあります。心配なときは、担当の医師や看護師に聞いてください。',
            },
          ],
        },
        { type: 'separator' },
        {
          type: 'box',
          layout: 'baseline',
          spacing: 'sm',
          contents: [
            { type: 'text', text: '出典', size: 'xs', color: '#6b7783', flex: 1 },
            { type: 'text', text: 'がん情報サービス', size: 'xs', color: '#6b7783', flex: 4 },
          ],
        },
      ],
    },
    footer: {
      type: 'box',
      layout: 'horizontal',
      spacing: 'sm',
      contents: ['役に立った', '立たなかった'].map((label, at) => ({
        type: 'button',
        style: 'secondary',
        height: 'sm',
        action: { type: 'postback', label, data: `useful=${1 - at}`, displayText: label },
      })),
    },
  },
  quickReply,
};

const centre = (name: string, km: string) => ({
  type: 'bubble',
  size: 'kilo',
  hero: {
    type: 'image',
    url: 'https://example.com/centre.png',
    size: 'full',
    aspectRatio: '20:9',
    aspectMode: 'cover',
  },
  body: {
    type: 'box',
    layout: 'vertical',
    spacing: 'sm',
    contents: [
      { type: 'text', text: name, weight: 'bold', wrap: true },
      {
        type: 'box',
        layout: 'baseline',
        spacing: 'sm',
        contents: [
          { type: 'icon', url: 'https://example.com/pin.png', size: 'sm' },
          { type: 'text', text: `およそ${km}`, size: 'sm', color: '#55636f' },
        ],
      },
    ],
  },
  footer: {
    type: 'box',
    layout: 'vertical',
    contents: [
      {
        type: 'button',
        style: 'primary',
        color: '#2f6a8e',
        height: 'sm',
        action: { type: 'uri', label: '電話する', uri: 'tel:0570-02-3410' },
      },
    ],
  },
});

export const centres = {
  type: 'flex',
  altText: '近くのがん相談支援センター',
  contents: {
    type: 'carousel',
    contents: [
      centre('中央病院 がん相談支援センター', '1.2 km'),
      centre('市民病院', '3.4 km'),
      centre('大学病院', '8.0 km'),
    ],
  },
};

export const layouts = {
  type: 'flex',
  altText: '配置の見本',
  contents: {
    type: 'bubble',
    size: 'giga',
    header: {
      type: 'box',
      layout: 'vertical',
      paddingAll: 'lg',
      background: { type: 'linearGradient', angle: '90deg', startColor: '#2f6a8e', endColor: '#6fa3bf' },
      contents: [{ type: 'text', text: '受診までの道のり', color: '#ffffff', weight: 'bold' }],
    },
    body: {
      type: 'box',
      layout: 'vertical',
      spacing: 'md',
      contents: [
        ...['資料をそろえる', '予約する', '話を聞く'].map((step, at) => ({
          type: 'box',
          layout: 'horizontal',
          alignItems: 'center',
          spacing: 'md',
          contents: [
            {
              type: 'box',
              layout: 'vertical',
              width: '28px',
              height: '28px',
              cornerRadius: '14px',
              backgroundColor: '#dbe8f0',
              justifyContent: 'center',
              contents: [{ type: 'text', text: String(at + 1), align: 'center', size: 'sm' }],
            },
            { type: 'text', text: step, gravity: 'center' },
          ],
        })),
        {
          type: 'text',
          text: '長い文を二行までで切ります。'.repeat(8),
          wrap: true,
          maxLines: 2,
          size: 'sm',
          color: '#55636f',
        },
        {
          type: 'text',
          text: '折り返さない長い文は最後が点になります。折り返さない',
          size: 'sm',
          decoration: 'underline',
        },
      ],
    },
  },
};

export const confirm = {
  type: 'template',
  altText: '確認',
  template: {
    type: 'confirm',
    text: '相談員に引き継ぎますか。',
    actions: [
      { type: 'message', label: 'はい', text: 'はい' },
      { type: 'datetimepicker', label: '日を選ぶ', data: 'visit', mode: 'date', initial: '2026-11-30' },
    ],
  },
};

export const greeting = {
  type: 'text',
  text: '友だち追加ありがとうございます。\nからだや気持ち、治療のことを書いてください。',
};

export const richMenu = {
  size: { width: 2500, height: 843 },
  selected: true,
  name: '既定',
  chatBarText: 'メニュー',
  areas: ['質問のしかた', '近くの相談先', '相談員と話す'].map((text, at) => ({
    bounds: { x: at * 833, y: 0, width: 833, height: 843 },
    action: { type: 'message', label: text, text },
  })),
};
