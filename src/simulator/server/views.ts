import type { MessagingApiStandIn } from '../messaging-api.ts';
import type { Phone } from '../phones/chat.ts';
import type { Phones } from '../phones.ts';

/** A phone as the page draws it; the time the dots still show counts from now, whatever the page's clock says. */
export function phoneView(phone: Phone, nowMs: number) {
  const { userId, displayName, blocked, entries, loadingUntilMs } = phone;
  return { userId, displayName, blocked, entries, loadingForMs: Math.max(0, (loadingUntilMs ?? 0) - nowMs) };
}

/** What surrounds the chats: quota, waiting faults, rich menu. */
export function settingsView(standIn: MessagingApiStandIn, mode: 'active' | 'standby') {
  return {
    bot: standIn.bot,
    mode,
    quota: { limit: standIn.quota.limit(), used: standIn.quota.used() },
    faults: standIn.faults.waiting(),
    richMenu: standIn.richMenus.shown() ?? null,
  };
}

/** Everything the page needs when it opens. */
export function wholeView(standIn: MessagingApiStandIn, phones: Phones, mode: 'active' | 'standby') {
  const nowMs = standIn.world.now();
  return {
    settings: settingsView(standIn, mode),
    phones: phones.list().map((phone) => phoneView(phone, nowMs)),
    deliveries: phones.deliveries().slice(-100),
    calls: standIn.calls().slice(-100),
  };
}
