import { act } from './api.js';
import { toast } from './sheet.js';
import { openDatePicker, openLocationPicker, openUri } from './sheets.js';

/**
 * Does what LINE does when an action is tapped.
 *
 * @param {{ userId: string, screen: HTMLElement, sheets: object, composer: object, pickPicture: () => void }} phone
 * @returns {(action: object) => boolean} true when quick replies go away by the tap itself
 */
export function createPerform(phone) {
  const { userId, screen, sheets } = phone;

  async function postback({ data, displayText, text, inputOption, fillInText }) {
    await act(userId, 'postback', { data, ...(displayText ? { displayText } : {}) });
    if (text) await act(userId, 'text', { text });
    if (inputOption === 'openKeyboard') phone.composer.fill(fillInText ?? '');
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      toast(screen, 'コピーしました');
    } catch {
      toast(screen, `コピーできませんでした：${text}`);
    }
  }

  return (action) => {
    switch (action.type) {
      case 'message':
        act(userId, 'text', { text: action.text }).catch(() => {});
        return true;
      case 'postback':
        postback(action).catch(() => {});
        return true;
      case 'uri':
        openUri(sheets, action.uri);
        return true;
      case 'clipboard':
        copy(action.clipboardText);
        return true;
      case 'datetimepicker':
        openDatePicker(sheets, userId, action);
        return false;
      case 'location':
        openLocationPicker(sheets, userId);
        return false;
      case 'camera':
      case 'cameraRoll':
        phone.pickPicture();
        return false;
      default:
        toast(screen, `「${action.type}」はこのシミュレーターにはありません`);
        return false;
    }
  };
}
