import { h } from './dom.js';
import { icon } from './icons.js';

/**
 * The row to write in. Enter sends, Shift+Enter makes a new line, and the Enter that only confirms a
 * conversion of an input method does neither.
 *
 * @param {{ onSend: (text: string) => void, onAttach: () => void, onSticker: () => void }} handlers
 */
export function createComposer({ onSend, onAttach, onSticker }) {
  const input = h('textarea', {
    class: 'input',
    rows: 1,
    maxlength: 5000,
    placeholder: 'メッセージを入力',
    'aria-label': 'メッセージを入力',
    data: { testid: 'input' },
  });
  const send = h(
    'button',
    { type: 'submit', class: 'send', 'aria-label': '送信', data: { testid: 'send' } },
    icon('send', 22),
  );
  const attach = h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': '写真や位置情報を送る',
      data: { testid: 'attach' },
    },
    icon('plus'),
  );
  const sticker = h(
    'button',
    {
      type: 'button',
      class: 'icon-button in-input',
      'aria-label': 'スタンプを送る',
      data: { testid: 'sticker' },
    },
    icon('smile', 22),
  );
  const form = h(
    'form',
    { class: 'composer' },
    attach,
    h('div', { class: 'input-frame' }, input, sticker),
    send,
  );
  const parts = [input, send, attach, sticker];

  const grow = () => {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 112)}px`;
    form.classList.toggle('ready', input.value.trim() !== '');
  };
  const submit = () => {
    const text = input.value;
    if (text.trim() === '') return;
    input.value = '';
    grow();
    onSend(text);
  };

  input.addEventListener('input', grow);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    // 229: the key went to the input method. Safari ends the composition before this keydown, with 229 left as the only sign.
    if (event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
    input.focus();
  });
  attach.addEventListener('click', onAttach);
  sticker.addEventListener('click', onSticker);

  return {
    element: form,
    fill(text) {
      input.value = text;
      grow();
      input.focus();
    },
    setDisabled(disabled) {
      for (const part of parts) part.disabled = disabled;
      input.placeholder = disabled ? 'ブロック中は送れません' : 'メッセージを入力';
    },
  };
}
