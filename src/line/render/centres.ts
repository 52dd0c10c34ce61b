/** Consultation support centres as a carousel: name, distance, address, map, and a phone where a source gives one. */
import type { messagingApi } from '@line/bot-sdk';
import type { CentreDistance } from '../../guidance/centres/nearest-centres.ts';
import type { Phrases } from '../../knowledge/phrases.ts';
import { clipUtf16 } from './clip.ts';
import { bubble, bubbleMessage, linkButton, tel, text } from './flex.ts';
import { ACCENT, QUIET } from './style.ts';

const ALT_TEXT_LIMIT = 1500;
/** Where a centre's place is known by its municipality alone, a shorter distance would be a false exactness. */
const ROUGH_KM = 1;

/** The carousel; `near` is the place from which distances are told, null for the phone's own position. */
export function centresMessage(
  centres: readonly CentreDistance[],
  near: string | null,
  phrases: Phrases,
): messagingApi.FlexMessage {
  const heading = near === null ? [] : [`${near}${phrases.centre_near}`];
  const told = centres.map(
    ({ centre, distanceKm }) =>
      `${centre.name}（${distance({ centre, distanceKm }, phrases)}）${centre.address}`,
  );
  return {
    type: 'flex',
    altText: clipUtf16([...heading, ...told].join('\n'), ALT_TEXT_LIMIT),
    contents: { type: 'carousel', contents: centres.map((one) => centreBubble(one, heading, phrases)) },
  };
}

function centreBubble(
  { centre, distanceKm }: CentreDistance,
  heading: readonly string[],
  phrases: Phrases,
): messagingApi.FlexBubble {
  const place = encodeURIComponent(`${centre.name} ${centre.prefecture}${centre.address}`);
  const rough = centre.coordinate_level === 'municipality' ? [phrases.centre_position_rough] : [];
  const source = `${phrases.source}：${centre.source}（${centre.source_date}）`;
  return bubble(
    [
      ...heading.map((line) => text(line, { size: 'xs', color: QUIET })),
      text(centre.name, { weight: 'bold', color: ACCENT }),
      text(centre.kind, { size: 'sm' }),
      text(distance({ centre, distanceKm }, phrases), { size: 'sm' }),
      ...(centre.address === '' ? [] : [text(`${centre.prefecture}${centre.address}`, { size: 'sm' })]),
      ...(centre.phone === '' ? [] : [text(centre.phone, { size: 'lg', weight: 'bold' })]),
      ...[...rough, source].map((line) => text(line, { size: 'xxs', color: QUIET })),
    ],
    [
      ...(centre.phone === '' ? [] : [linkButton(phrases.centre_call, tel(centre.phone))]),
      linkButton(phrases.centre_map, `https://www.google.com/maps/search/?api=1&query=${place}`, QUIET),
    ],
  );
}

/** Great-circle distance, rounded as its exactness deserves. */
function distance({ centre, distanceKm: kilometres }: CentreDistance, phrases: Phrases): string {
  if (centre.coordinate_level === 'municipality' && kilometres < ROUGH_KM)
    return phrases.centre_same_municipality;
  const rounded = kilometres < 10 ? kilometres.toFixed(1) : kilometres.toFixed(0);
  return `${phrases.centre_distance}${rounded}km`;
}

/** The official search page, where no centre is in reach or the place is not known. */
export function officialSearchMessage(url: string, phrases: Phrases): messagingApi.FlexMessage {
  return bubbleMessage(
    `${phrases.centre_search} ${url}`,
    [text(phrases.centre_search, { weight: 'bold' })],
    [linkButton(phrases.centre_search, url)],
  );
}
